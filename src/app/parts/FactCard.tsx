import { Card } from './Card.tsx'
import { Fact } from './Fact.tsx'

/** Each with its label; what is empty is left out. */
export type Facts = readonly (readonly [label: string, value: string])[]

export const FactCard = ({ facts }: { readonly facts: Facts }) => (
  <Card tone="warm">
    {facts.map(
      ([label, value]) =>
        value && (
          <Fact key={label} label={label}>
            {value}
          </Fact>
        ),
    )}
  </Card>
)
