import { encode } from 'uqr'

type Props = { readonly text: string; readonly label: string }

/** Black modules as one path: drawn by preact, because a page of hers takes in no ready markup. */
const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')

/** A code for another phone's camera: dark on white in every theme, with the margin it needs. */
export const Qr = ({ text, label }: Props) => {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`}>
      <path class="qr-ground" d={`M0 0h${size}v${size}H0z`} />
      <path class="qr-marks" d={pathOf(data)} />
    </svg>
  )
}
