/** A word that stands in many phones and says nothing. */
export const databaseName = 'data'

/** The container. */
export const fileName = 'data.bin'

/** The chunks of attachments; not there before somebody keeps the first one. */
export const spaceName = 'more.bin'
