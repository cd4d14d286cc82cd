import type { Screen } from '../../view.ts'
import { Council } from './Council.tsx'
import { Rate } from './Rate.tsx'
import { Ratings } from './Ratings.tsx'

const places = ['rate', 'ratings', 'council'] as const

type RatingScreen = Extract<Screen, { readonly at: (typeof places)[number] }>

export const isRating = (screen: Screen): screen is RatingScreen =>
  places.some((at) => at === screen.at)

/** How it was, and how it has been. */
export const RatingScreens = ({ screen }: { readonly screen: RatingScreen }) => {
  switch (screen.at) {
    case 'rate':
      return <Rate occasion={screen} />
    case 'council':
      return <Council />
    case 'ratings':
      return <Ratings contact={screen.contact ?? null} />
  }
}
