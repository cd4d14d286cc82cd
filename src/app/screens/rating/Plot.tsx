import type { Answer, Question, Rating } from '../../../record/rating.ts'

// A row of marks along time. Its twin in words stands beside it, so nothing here is read aloud.

/** The latest so many: as many as fit the narrowest window. */
const most = 18
const step = 15

const heights: Readonly<Record<Answer, number>> = { yes: 9, partly: 24, no: 39 }

/** An answer by its shape and its height, never by colour alone: a full ring, a half one, an empty one. */
export const Mark = ({ answer }: { readonly answer: Answer }) => (
  <>
    <circle class="plot-ring" r="5" />
    {answer === 'yes' && <circle class="plot-full" r="5" />}
    {answer === 'partly' && <path class="plot-full" d="M-5 0a5 5 0 0 0 10 0z" />}
  </>
)

const pointsOf = (ratings: readonly Rating[], question: Question): readonly Answer[] =>
  ratings
    .map((rating) => rating[question])
    .filter((answer) => answer !== '')
    .slice(-most)

/** One question over time, the latest last. */
export const Plot = ({
  ratings,
  question,
}: {
  readonly ratings: readonly Rating[]
  readonly question: Question
}) => {
  const points = pointsOf(ratings, question)
  const place = (at: number): number => 9 + at * step
  const line = points.map((answer, at) => `${place(at)},${heights[answer]}`).join(' ')
  return (
    <svg
      class="plot"
      viewBox={`0 0 ${most * step + 3} 48`}
      aria-hidden="true"
      focusable="false"
      data-points={points.length}
    >
      <polyline class="plot-line" points={line} />
      {points.map((answer, at) => (
        <g key={at} transform={`translate(${place(at)} ${heights[answer]})`}>
          <Mark answer={answer} />
        </g>
      ))}
    </svg>
  )
}
