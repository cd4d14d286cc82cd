/**
 * How many rounds a slow test goes: few where somebody waits for it, many where `.ci/run` has set
 * SAMLAD_THOROUGH.
 */
export const rounds = (few: number, many: number): number =>
  process.env['SAMLAD_THOROUGH'] === '1' ? many : few
