/** Kinds of numbers that have a name in every language; any other label is a word of her own. */
export const phoneLabels: readonly string[] = ['mobile', 'work', 'home', 'main', 'fax', 'check']
