import { render } from 'preact'
import { Gallery } from './Gallery.tsx'
import { ar, sv } from './words.ts'

// Development only: no build has this page among its inputs.
const arabic = new URLSearchParams(location.search).get('lang') === 'ar'
const place = document.getElementById('gallery')
if (!place) throw new Error('the gallery has no place to stand')
render(
  <div class="room tabbed" lang={arabic ? 'ar' : 'sv'} dir={arabic ? 'rtl' : 'ltr'}>
    <Gallery words={arabic ? ar : sv} tag={arabic ? 'ar' : 'sv'} />
  </div>,
  place,
)
