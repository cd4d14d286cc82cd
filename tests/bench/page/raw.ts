// The control: what a save must cost at least, a page, a header and two flushes in place.

const measure = async (): Promise<number> => {
  const folder = await navigator.storage.getDirectory()
  const file = await folder.getFileHandle('raw.bin', { create: true })
  const handle = await file.createSyncAccessHandle()
  const [page, header] = [new Uint8Array(65_536), new Uint8Array(16_384)]
  handle.write(page, { at: 0 })
  handle.flush()
  const since = performance.now()
  handle.write(page, { at: 65_536 })
  handle.flush()
  handle.write(header, { at: 0 })
  handle.flush()
  const spent = performance.now() - since
  handle.close()
  return spent
}

self.onmessage = () => void measure().then((spent) => self.postMessage(spent))
