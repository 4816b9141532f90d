/** What an `Image` shows for a stored file: WeChat knows its own file ids, the desk serves them under `/files/`. */
export const shownFile = (fileId: string): string =>
  process.env.TARO_ENV === 'h5' ? fileId.replace(/^cloud:\/\/[^/]+\//, '/files/') : fileId
