// The strictest headers that the two front ends can live with.

export type Front = 'app' | 'recipient'

const closed = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]

const shared = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
]

// Only the app compiles WebAssembly (its crypto), starts workers and plays sound; its one policy is named so
// plainly because anybody can read this header.
const own: Readonly<Record<Front, readonly string[]>> = {
  app: [
    "script-src 'self' 'wasm-unsafe-eval'",
    "manifest-src 'self'",
    "worker-src 'self'",
    'media-src blob:',
    'trusted-types tool',
  ],
  recipient: ["script-src 'self'", "trusted-types 'none'"],
}

// How the phone lies, for whoever wants to leave by laying it down.
const lying = ['accelerometer', 'gyroscope']

const policyOf = (open: readonly string[]): string =>
  closed.map((feature) => `${feature}=(${open.includes(feature) ? 'self' : ''})`).join(', ')

export type Headers = Readonly<Record<string, string>>

const always = (tls: boolean): Headers => ({
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  ...(tls ? { 'Strict-Transport-Security': 'max-age=63072000' } : {}),
})

/** Headers of every page and file of one front end. */
export const pageHeaders = (front: Front, tls: boolean): Headers => ({
  ...always(tls),
  'Content-Security-Policy': [...shared, ...own[front]].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Permissions-Policy': policyOf(front === 'app' ? lying : []),
  'X-Robots-Tag': 'noindex',
})

/**
 * Headers of every answer of the API: nothing that comes with them may run or be kept. What only a page
 * heeds would go with every call of a phone that pays for its bytes.
 */
export const apiHeaders = (tls: boolean): Headers => ({
  ...always(tls),
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
})
