/** A word that stands in many phones and says nothing. */
export const databaseName = 'data'
