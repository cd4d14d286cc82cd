// Ordinary pages that half the country has open. Nothing is asked of any of them by our page: one is
// only gone to, after she has left, and only when she chose it.

export const sites = ['https://www.wikipedia.org/', 'https://www.yr.no/', 'https://www.bbc.com/']

/** What she kept, when it is still one of ours; empty for none. */
export const siteFrom = (kept: string): string => sites.find((site) => site === kept) ?? ''
