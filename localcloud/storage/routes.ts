import busboy from 'busboy'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CloudError } from '../errors'
import { sentenceOf } from '../exceptions'
import { contentTypeOf } from '../http/content-type'
import { INVALID_PARAM, Refusal, sendJson, sendText, type Exchange, type Route } from '../http/exchange'
import { FileTooLong, type Files, type Received } from './files'
import { isCloudPath, type FileIds } from './paths'
import type { Storage } from './storage'

/** The doors of the storage that are not the admin API: the SDK's upload target, downloads, and uploads from a phone. */
export function storageRoutes(storage: Storage, files: Files, ids: FileIds): Route[] {
  return [
    { method: 'PUT', pattern: /^\/storage\/([\w-]+)$/, handle: ({ req, res, params: [id = ''] }) => put(req, res, id) },
    { method: 'POST', pattern: /^\/storage\/([\w-]+)$/, handle: ({ req, res, params: [id = ''] }) => post(req, res, id) },
    {
      method: 'GET',
      pattern: /^\/files\/(.+)$/,
      handle: exchange => download(exchange),
    },
    { method: 'POST', pattern: /^\/upload$/, handle: ({ req, res }) => upload(req, res) },
  ]

  /** Today's SDKs send the file as it is. */
  async function put(req: IncomingMessage, res: ServerResponse, id: string): Promise<void> {
    const path = storage.takeGrant(id, req.headers.authorization ?? '')
    if (path === undefined) {
      req.resume()
      sendDenied(res)
      return
    }
    try {
      await (await files.receive(req)).keepAs(path)
      sendText(res, '', 'application/xml')
    } catch (error) {
      sendXmlFailure(res, error)
    }
  }

  /** SDKs before 4 send it in a form. */
  async function post(req: IncomingMessage, res: ServerResponse, id: string): Promise<void> {
    try {
      const { received, fields } = await readForm(req, files)
      const path = storage.takeGrant(id, fields.get('Signature') ?? '')
      if (path === undefined) {
        await received.drop()
        sendDenied(res)
        return
      }
      await received.keepAs(path)
      sendText(res, '', 'application/xml')
    } catch (error) {
      sendXmlFailure(res, error)
    }
  }

  async function download({ req, res, url, params: [path = ''] }: Exchange): Promise<void> {
    // What a project adds by a question mark of its own is no part of the address that was signed.
    const query = new URLSearchParams(url.search.slice(1).replaceAll('?', '&'))
    // On a phone, WeChat shows a stored file by its bare id (`<image src="cloud://…">`); a page of the desk does so by its bare path.
    const shownOnPhone = !query.has('sign') && req.headers['sec-fetch-site'] === 'same-origin'
    if (!shownOnPhone && !storage.mayDownload(path, query.get('sign') ?? '', query.get('t') ?? '')) {
      throw new Refusal(403, -503002, 'The address of this file is not valid or has expired; ask for a new one')
    }
    const size = files.sizeOf(path)
    if (size === undefined) throw new Refusal(404, -503003, 'There is no such file any more')
    const contentType = contentTypeOf(path)
    res.writeHead(200, {
      'content-type': contentType,
      'content-length': size,
      'cache-control': 'private, max-age=300',
      'x-content-type-options': 'nosniff',
      // Only what cannot run as a page of this address is shown in place.
      'content-disposition': /^(image\/(?!svg)|audio\/|video\/|application\/pdf)/.test(contentType) ? 'inline' : 'attachment',
    })
    await pipeline(files.read(path), res)
  }

  async function upload(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { received, fields, name } = await readForm(req, files).catch((error: unknown) => {
      throw error instanceof FileTooLong ? new Refusal(413, INVALID_PARAM, error.message) : error
    })
    const path = fields.get('path') ?? `upload/${randomUUID()}${extname(name)}`
    if (!isCloudPath(path)) {
      await received.drop()
      throw new Refusal(400, INVALID_PARAM, `The path ${path} cannot name a file`)
    }
    await received.keepAs(path)
    sendJson(res, { fileId: ids.idOf(path) })
  }
}

interface Form {
  received: Received
  /** Name of the file where it came from; '' where it has none. */
  name: string
  /** The fields that are not empty. */
  fields: ReadonlyMap<string, string>
}

/** The one file of a form, whatever its field is called, and its other fields. Throws a Refusal where it is no such form, FileTooLong. */
async function readForm(req: IncomingMessage, files: Files): Promise<Form> {
  const fields = new Map<string, string>()
  const form: { arriving?: Promise<Received>; name: string } = { name: '' }
  try {
    const parser = busboy({ headers: req.headers, defParamCharset: 'utf8', limits: { files: 1, fields: 20 } })
    parser.on('field', (field, value) => {
      if (value !== '') fields.set(field, value)
    })
    parser.on('file', (_field, content, info) => {
      form.name = info.filename ?? ''
      form.arriving = files.receive(content)
      // Waited for below; until then a failure must not count as unhandled.
      form.arriving.catch(() => undefined)
    })
    await pipeline(req, parser)
  } catch (cause) {
    const drop = (received: Received) => received.drop()
    await form.arriving?.then(drop, () => undefined)
    throw new Refusal(400, INVALID_PARAM, `The form cannot be read: ${sentenceOf(cause)}`)
  }
  if (form.arriving === undefined) throw new Refusal(400, INVALID_PARAM, 'The form has no file')
  return { received: await form.arriving, name: form.name, fields }
}

function sendXmlFailure(res: ServerResponse, error: unknown): void {
  if (error instanceof FileTooLong) sendXmlError(res, 'EntityTooLarge', error.message)
  else if (error instanceof Refusal) sendXmlError(res, 'MalformedPOSTRequest', error.message)
  else if (error instanceof CloudError) sendXmlError(res, 'InternalError', error.message)
  else throw error
}

const sendDenied = (res: ServerResponse) => sendXmlError(res, 'AccessDenied', 'The upload address is unknown or has expired')

function sendXmlError(res: ServerResponse, code: string, message: string): void {
  const part = (name: string, value: string) => `<${name}>${value}</${name}>`
  const trace = part('RequestId', randomUUID()) + part('TraceId', randomUUID())
  sendText(res, `<Error>${part('Code', code)}${part('Message', message)}${trace}</Error>`, 'application/xml', 403)
}
