import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import type { Action } from '../admin/admin'
import { invalidParam } from '../errors'
import type { Files } from './files'
import { isCloudPath, type FileIds } from './paths'

/** Where a file may be put, until `until` (cloud time, ms). */
interface Grant {
  path: string
  authorization: string
  until: number
}

export interface Storage {
  actions: Readonly<Record<string, Action>>
  /** Path that an upload address was made for; undefined when it is unknown or expired or the header does not fit. An address works once. */
  takeGrant: (id: string, authorization: string) => string | undefined
  /** Whether the signature of a download address is ours for this path and has not expired. */
  mayDownload: (path: string, sign: string, until: string) => boolean
}

interface Parts {
  files: Files
  ids: FileIds
  /** `http://host:port` */
  baseUrl: () => string
  now: () => number
}

const MOST_FILES_A_CALL = 50
const GRANT_MS = 15 * 60_000
const DOWNLOAD_SECONDS = 24 * 3600

const uploadSchema = z.object({ path: z.string() })
const downloadSchema = z.object({ file_list: z.array(z.object({ fileid: z.string(), max_age: z.number().positive().optional() })) })
const authoritySchema = z.object({ fileList: z.array(z.object({ path: z.string(), type: z.enum(['READ', 'WRITE', 'READWRITE']) })) })
const copySchema = z.object({
  file_list: z.array(
    z.object({
      src_path: z.string(),
      dst_path: z.string(),
      overwrite: z.boolean().default(true),
      remove_original: z.boolean().default(false),
    }),
  ),
})
const deleteSchema = z.object({ fileid_list: z.array(z.string()) })

/** The storage actions of the server API. Rule: localcloud/WIRE.md, Files. */
export function createStorage({ files, ids, baseUrl, now }: Parts): Storage {
  const grants = new Map<string, Grant>()
  const secret = randomBytes(32)
  const signOf = (path: string, until: string) => createHmac('sha256', secret).update(`${until}\n${path}`).digest('hex')
  const seconds = () => Math.floor(now() / 1000)

  const getUploadMetadata: Action = async body => {
    const { path } = parse(uploadSchema, body)
    if (!isCloudPath(path)) throw invalidParam(`the path ${JSON.stringify(path)} cannot name a file`)
    for (const [id, { until }] of grants) if (until < now()) grants.delete(id)
    const id = randomUUID()
    const authorization = randomUUID()
    grants.set(id, { path, authorization, until: now() + GRANT_MS })
    const fileId = ids.idOf(path)
    return { data: { url: `${baseUrl()}/storage/${id}`, token: randomUUID(), authorization, fileId, cosFileId: signOf(path, 'id') } }
  }

  const downloadUrl = (path: string, maxAge: number) => {
    const until = String(seconds() + maxAge)
    // Not percent-encoded: the SDK encodes it when it downloads.
    return `${baseUrl()}/files/${path}?sign=${signOf(path, until)}&t=${until}`
  }

  const batchGetDownloadUrl: Action = async body => {
    const { file_list } = parse(downloadSchema, body)
    limitCount(file_list)
    const download_list = file_list.map(({ fileid, max_age = DOWNLOAD_SECONDS }) => {
      const path = ids.pathOf(fileid)
      if (path === undefined || files.sizeOf(path) === undefined) {
        return { fileID: fileid, tempFileURL: '', code: 'STORAGE_FILE_NONEXIST', maxAge: max_age }
      }
      return { fileID: fileid, tempFileURL: downloadUrl(path, Math.floor(max_age)), code: 'SUCCESS', maxAge: max_age }
    })
    return { data: { download_list } }
  }

  const batchDeleteFile: Action = async body => {
    const { fileid_list } = parse(deleteSchema, body)
    limitCount(fileid_list)
    const remove = async (fileID: string) => {
      const path = ids.pathOf(fileID)
      const removed = path !== undefined && (await files.remove(path))
      return { fileID, code: removed ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' }
    }
    return { data: { delete_list: await Promise.all(fileid_list.map(remove)) } }
  }

  const batchCopyFile: Action = async body => {
    const { file_list } = parse(copySchema, body)
    limitCount(file_list)
    const copy = async ({ src_path: from, dst_path: to, overwrite, remove_original }: (typeof file_list)[number]) => {
      if (!isCloudPath(to)) return { code: 'INVALID_PARAM', message: `the path ${JSON.stringify(to)} cannot name a file` }
      if (files.sizeOf(from) === undefined) return { code: 'STORAGE_FILE_NONEXIST', message: 'there is no such file' }
      if (!overwrite && files.sizeOf(to) !== undefined) return { code: 'STORAGE_REQUEST_FAIL', message: 'there is a file already' }
      await files.copy(from, to)
      if (remove_original) await files.remove(from)
      return { fileId: ids.idOf(to), code: 'SUCCESS' }
    }
    return { data: { copy_list: await Promise.all(file_list.map(copy)) } }
  }

  /** Who made a file is not known here, and everybody may read it. */
  const getFileAuthority: Action = async body => {
    const { fileList } = parse(authoritySchema, body)
    limitCount(fileList)
    const authorityOf = (fileId: string) => {
      const path = ids.pathOf(fileId)
      return { path: fileId, cosFileId: signOf(path ?? fileId, 'id'), read: path !== undefined && files.sizeOf(path) !== undefined }
    }
    return { data: fileList.map(({ path }) => authorityOf(path)) }
  }

  return {
    actions: {
      'storage.getFileAuthority': getFileAuthority,
      'storage.batchCopyFile': batchCopyFile,
      'storage.getUploadMetadata': getUploadMetadata,
      'storage.batchGetDownloadUrl': batchGetDownloadUrl,
      'storage.batchDeleteFile': batchDeleteFile,
    },
    takeGrant(id, authorization) {
      const grant = grants.get(id)
      if (grant === undefined || grant.authorization !== authorization || grant.until < now()) return undefined
      grants.delete(id)
      return grant.path
    },
    mayDownload(path, sign, until) {
      const right = Buffer.from(signOf(path, until))
      const given = Buffer.from(sign)
      return right.length === given.length && timingSafeEqual(right, given) && Number(until) >= seconds()
    },
  }
}

function limitCount(list: readonly unknown[]): void {
  if (list.length === 0 || list.length > MOST_FILES_A_CALL) throw invalidParam(`1 to ${MOST_FILES_A_CALL} files can be named in one call`)
}

function parse<T>(schema: z.ZodType<T>, body: Record<string, unknown>): T {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw invalidParam(z.prettifyError(parsed.error))
}
