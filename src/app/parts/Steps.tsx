import '../../look/steps.css'

export type StepsProps = {
  /** From 1 to `total`. */
  readonly current: number
  readonly total: number
  /** "Step 2 of 4" */
  readonly label: string
}

const state = (step: number, current: number) =>
  step === current ? 'now' : step < current ? 'done' : 'ahead'

export const Steps = ({ current, total, label }: StepsProps) => (
  <div class="steps" role="img" aria-label={label}>
    {Array.from({ length: total }, (_, index) => (
      <span key={index} class={state(index + 1, current)} />
    ))}
  </div>
)
