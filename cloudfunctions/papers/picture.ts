/** A picture that a Word file can hold, with its size in points of the picture. */
export interface Picture {
  type: 'jpg' | 'png'
  width: number
  height: number
  content: Uint8Array
}

const PNG = [0x89, 0x50, 0x4e, 0x47]

/** The frame headers of JPEG that carry its size: SOF0 to SOF15 without those that mean something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

const jpegSize = (view: DataView): { width: number; height: number } | null => {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** What kind of picture a file is, by its bytes and not by its name; null for one that Word would not show. */
export const pictureOf = (content: Uint8Array): Picture | null => {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  if (content.length > 24 && PNG.every((byte, at) => content[at] === byte))
    return { type: 'png', width: view.getUint32(16), height: view.getUint32(20), content }
  if (content.length > 4 && content[0] === 0xff && content[1] === 0xd8) {
    const size = jpegSize(view)
    return size && size.width > 0 && size.height > 0 ? { type: 'jpg', ...size, content } : null
  }
  return null
}
