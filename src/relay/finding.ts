export type Finding = { readonly ok: boolean; readonly text: string }

/** `text` is the sentence that fits. */
export const find = (ok: boolean, fine: string, wrong: string): Finding => ({
  ok,
  text: ok ? fine : wrong,
})
