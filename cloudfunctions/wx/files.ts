import type { Files } from '../kernel/ports'
import { cloud } from './cloud'

/** Files in WeChat cloud storage. */
export const files: Files = {
  read: async fileId => (await cloud.downloadFile({ fileID: fileId })).fileContent,
  write: async (path, content) => {
    const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from(content) })
    const answer = await cloud.getTempFileURL({ fileList: [fileID] })
    const url = answer?.fileList[0]?.tempFileURL
    if (!url) throw new Error('a stored file has no address')
    return { fileId: fileID, url }
  },
}
