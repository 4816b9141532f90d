import busboy from 'busboy'
import type { IncomingMessage } from 'node:http'
import { invalidParam } from '../errors'
import { sentenceOf } from '../exceptions'

/** The parts of a `multipart/form-data` body. Every part is kept as bytes, because `requestData` may be protobuf. */
export interface MultipartForm {
  readonly parts: ReadonlyMap<string, Buffer>
  /** The part as UTF-8 text; '' where it is absent. */
  text(name: string): string
}

/** Throws INVALID_PARAM when the header tells of no form that could be read. */
const parserOf = (req: IncomingMessage, maxBytes: number) => {
  try {
    return busboy({ headers: req.headers, limits: { fileSize: maxBytes, fieldSize: maxBytes } })
  } catch (error) {
    req.resume()
    throw invalidParam(`multipart body: ${sentenceOf(error)}`)
  }
}

/**
 * Reads a whole multipart body. When a name comes twice, the last one counts.
 * Throws INVALID_PARAM when the body is not well formed or holds more than `maxBytes` in one part.
 */
export const readMultipart = (req: IncomingMessage, maxBytes: number): Promise<MultipartForm> =>
  new Promise((resolve, reject) => {
    const parts = new Map<string, Buffer>()
    const parser = parserOf(req, maxBytes)
    const refuse = (why: string) => {
      req.unpipe(parser)
      req.resume()
      reject(invalidParam(`multipart body: ${why}`))
    }
    parser.on('field', (name, value, info) => {
      if (info.valueTruncated) refuse(`part ${name} is too long`)
      parts.set(name, Buffer.from(value, 'utf8'))
    })
    parser.on('file', (name, stream) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('limit', () => refuse(`part ${name} is too long`))
      stream.on('close', () => parts.set(name, Buffer.concat(chunks)))
    })
    parser.on('error', error => refuse(sentenceOf(error)))
    parser.on('close', () => resolve({ parts, text: name => parts.get(name)?.toString('utf8') ?? '' }))
    req.on('error', () => refuse('the request broke off'))
    req.pipe(parser)
  })
