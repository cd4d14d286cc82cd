import { isValidElement, type ComponentChildren } from 'preact'

// Draws components that hold no state as HTML-like text, so that what they say can be read without
// a browser. What needs one is tested in the journeys.

const attribute = ([name, value]: readonly [string, unknown]): string => {
  if (name === 'children' || value === null || value === undefined || value === false) return ''
  return ` ${name}="${typeof value === 'string' ? value : JSON.stringify(value)}"`
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const draw = (node: ComponentChildren): string => {
  if (Array.isArray(node)) return node.map((child) => draw(child)).join('')
  if (typeof node === 'string' || typeof node === 'number') return escape(String(node))
  if (!isValidElement(node)) return ''
  const { type, props } = node
  if (typeof type !== 'string') return draw(Reflect.apply(type, undefined, [props]))
  const attributes = Object.entries(props).map(attribute).join('')
  return `<${type}${attributes}>${draw(props.children)}</${type}>`
}
