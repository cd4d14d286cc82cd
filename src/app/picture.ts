import { barePicture } from '../exchange/barePicture.ts'

// Pictures are drawn, never trusted: what the browser cannot draw has no thumbnail and no clean copy.

/** A thumbnail's longest side in pixels, and its most bytes. */
const thumbSide = 160
const thumbBytes = 8_000
/** The most pixels that every phone's canvas takes. */
const mostPixels = 16_000_000

/** Of these a copy can be made that holds nothing but the picture. */
const cleanable: readonly string[] = ['image/jpeg', 'image/png', 'image/webp']

export const canClean = (type: string): boolean => cleanable.includes(type)

const bitmapOf = (file: Blob): Promise<ImageBitmap | null> =>
  createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)

/** Draws a picture upright on a canvas that has at most so many pixels, or so long a side. */
const drawOn = (canvas: HTMLCanvasElement, bitmap: ImageBitmap, scale: number): boolean => {
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const brush = canvas.getContext('2d')
  brush?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return brush !== null
}

/** Draws the picture with its longer side at most `side` pixels; false when it cannot be drawn. */
export const draw = async (
  canvas: HTMLCanvasElement,
  file: Blob,
  side: number,
): Promise<boolean> => {
  const bitmap = await bitmapOf(file)
  if (!bitmap) return false
  const drawn = drawOn(canvas, bitmap, Math.min(1, side / Math.max(bitmap.width, bitmap.height)))
  bitmap.close()
  return drawn
}

const encoded = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, quality))

const bareOf = async (blob: Blob | null): Promise<Uint8Array<ArrayBuffer> | null> =>
  blob && barePicture(new Uint8Array(await blob.arrayBuffer()))

/** Some browsers answer every look at a canvas with noise, so that pages cannot tell phones apart. */
const isFaithful = (): boolean => {
  const canvas = document.createElement('canvas')
  canvas.width = 2
  canvas.height = 1
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  if (!brush) return false
  brush.fillStyle = '#204060'
  brush.fillRect(0, 0, 1, 1)
  brush.fillStyle = '#d0b090'
  brush.fillRect(1, 0, 1, 1)
  return brush.getImageData(0, 0, 2, 1).data.join() === '32,64,96,255,208,176,144,255'
}

/** A small JPEG; null for what is no picture, or cannot be drawn here. */
export const thumbnailOf = async (file: Blob): Promise<Uint8Array<ArrayBuffer> | null> => {
  const canvas = document.createElement('canvas')
  if (!isFaithful() || !(await draw(canvas, file, thumbSide))) return null
  for (const quality of [0.7, 0.5, 0.3]) {
    const bytes = await bareOf(await encoded(canvas, 'image/jpeg', quality))
    if (bytes && bytes.length <= thumbBytes) return bytes
  }
  return null
}

/** Nothing shines through a JPEG: what was clear in the picture becomes white. */
const underlay = (canvas: HTMLCanvasElement): void => {
  const brush = canvas.getContext('2d')
  if (!brush) return
  brush.globalCompositeOperation = 'destination-over'
  brush.fillStyle = '#ffffff'
  brush.fillRect(0, 0, canvas.width, canvas.height)
}

/**
 * The picture drawn anew, upright, and nothing else: not where, when or with what it was taken. PNG
 * stays PNG, the rest becomes JPEG. null when this browser cannot do it.
 */
export const cleanCopy = async (file: Blob): Promise<File | null> => {
  const bitmap = isFaithful() ? await bitmapOf(file) : null
  if (!bitmap) return null
  const canvas = document.createElement('canvas')
  const drawn = drawOn(
    canvas,
    bitmap,
    Math.min(1, Math.sqrt(mostPixels / (bitmap.width * bitmap.height))),
  )
  bitmap.close()
  if (!drawn) return null
  const type = file.type === 'image/png' ? 'image/png' : 'image/jpeg'
  if (type === 'image/jpeg') underlay(canvas)
  const bytes = await bareOf(await encoded(canvas, type, 0.92))
  return bytes && new File([bytes], type === 'image/png' ? 'picture.png' : 'picture.jpg', { type })
}
