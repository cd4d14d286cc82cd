/** Some browsers have no such question, whatever the types say. */
type Storing = { readonly persist?: () => Promise<boolean> }

/** Firefox asks back, in a box that nobody expects from an everyday tool. */
const asksBack = (): boolean => 'mozInnerScreenX' in self

/**
 * Asks the browser not to clear away what the page keeps. At every launch and for everyone, since a browser that
 * says yes writes it down; and browsers say yes once a page is used often or lies on the home screen.
 */
export const askToStay = async (storage: Storing | undefined): Promise<void> => {
  if (!asksBack()) await storage?.persist?.().catch(() => false)
}
