import type { Files } from '../kernel/ports'
import { cloud } from './cloud'

/** How long the address of a stored file is good, in seconds. */
const FETCHED_WITHIN_S = 3600
/** Addresses that the platform gives in one call. */
const AT_ONCE = 50
const NO_SUCH_FILE = -503003

/** Files in WeChat cloud storage. */
export const files: Files = {
  read: async fileId => (await cloud.downloadFile({ fileID: fileId })).fileContent,
  write: async (path, content) => {
    const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from(content) })
    const answer = await cloud.getTempFileURL({ fileList: [{ fileID, maxAge: FETCHED_WITHIN_S }] })
    const url = answer?.fileList[0]?.tempFileURL
    if (!url) throw new Error('a stored file has no address')
    return { fileId: fileID, url }
  },
  addresses: async fileIds => {
    const found: [string, string][] = []
    for (let start = 0; start < fileIds.length; start += AT_ONCE) {
      const fileList = fileIds.slice(start, start + AT_ONCE).map(fileID => ({ fileID, maxAge: FETCHED_WITHIN_S }))
      const answer = await cloud.getTempFileURL({ fileList })
      for (const { fileID, tempFileURL } of answer?.fileList ?? []) if (tempFileURL) found.push([fileID, tempFileURL])
    }
    return Object.fromEntries(found)
  },
  remove: async fileIds => {
    const answer = await cloud.deleteFile({ fileList: [...fileIds] })
    return (answer?.fileList ?? []).filter(one => one.status === 0 || one.status === NO_SUCH_FILE).map(one => one.fileID)
  },
}
