import { PNG } from 'pngjs'
import { encode } from 'uqr'
import * as z from 'zod'
import { api, failure, type Api } from './answers'
import type { ApiAnswer } from './wire'

/** Characters that WeChat lets stand in a scene, at most 32 of them. */
const SCENE = /^[\dA-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/
const SMALLEST_WIDTH = 280
const LARGEST_WIDTH = 1280
const DEFAULT_WIDTH = 430

const width = z.number().int().min(SMALLEST_WIDTH).max(LARGEST_WIDTH).default(DEFAULT_WIDTH)
const unlimitedSchema = z.object({ scene: z.string(), page: z.string().default(''), width })
const pathSchema = z.object({ path: z.string().min(1).max(1024), width })

/**
 * Mini-program codes. Only WeChat can draw the round ones, so these are QR codes whose text is the page to open, with its scene or query:
 * what `scanCode` gives as `path`.
 */
export const miniProgramCodeApis: Record<string, Api> = {
  'wxacode.getUnlimited': api(unlimitedSchema, ({ scene, page, width: side }) => {
    if (!SCENE.test(scene)) return failure(40169, 'invalid length for scene, or the data is not json string')
    if (page.startsWith('/') || page.includes('?')) return failure(41030, 'invalid page')
    return drawn(`${page}?scene=${encodeURIComponent(scene)}`, side)
  }),
  'wxacode.get': api(pathSchema, ({ path, width: side }) => drawn(path, side)),
  'wxacode.createQRCode': api(pathSchema, ({ path, width: side }) => drawn(path, side)),
}

/** A PNG of about `side` pixels: modules are whole pixels, with the quiet zone of four modules that the standard asks for. */
function drawn(text: string, side: number): ApiAnswer {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const scale = Math.max(1, Math.floor(side / size))
  const image = new PNG({ width: size * scale, height: size * scale, colorType: 0 })
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) {
      const dark = data[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true
      const at = (y * image.width + x) * 4
      image.data.fill(dark ? 0 : 255, at, at + 3)
      image.data[at + 3] = 255
    }
  }
  return { media: PNG.sync.write(image), contentType: 'image/png' }
}
