/** Letters of the longest word: a heading or a name is as large as lets it stand whole, as far as that goes. */
export const longestIn = (title: string): number =>
  Math.max(1, ...title.split(/[\s-]+/).map((word) => word.length))
