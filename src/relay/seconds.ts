// The relay counts time in whole seconds since 1970.

export const hour = 3_600
export const day = 24 * hour
