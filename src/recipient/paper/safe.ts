// What somebody typed becomes a link only when nothing but a number or an address can be in it.

/** A tel: address, or null when the text is no telephone number. */
export const telOf = (number: string): string | null => {
  const digits = number.replace(/[\s()./-]/g, '')
  return /^\+?\d{3,20}$/.test(digits) ? `tel:${digits}` : null
}

/** A mailto: address, or null when the text is no plain e-mail address. */
export const mailOf = (email: string): string | null =>
  /^[\w.+-]{1,64}@[\w.-]{1,190}$/.test(email) ? `mailto:${email}` : null
