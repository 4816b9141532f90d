/** Longest path of a stored file, in bytes of UTF-8. */
const LONGEST_PATH_BYTES = 850

/**
 * Whether a cloud path can name a stored file: parts joined by single slashes, none of them empty, `.` or `..`, no control characters and no
 * backslash.
 */
export function isCloudPath(path: string): boolean {
  if (Buffer.byteLength(path) > LONGEST_PATH_BYTES) return false
  if (/[\\\p{Cc}]/u.test(path)) return false
  return path.split('/').every(part => part !== '' && part !== '.' && part !== '..')
}

/** `cloud://<env>.<bucket>/<path>` of a path, and back (undefined for an id of another environment or without a usable path). */
export interface FileIds {
  idOf: (path: string) => string
  pathOf: (fileId: string) => string | undefined
}

export function createFileIds(envId: string): FileIds {
  const prefix = `cloud://${envId}.6c6f-${envId}-1250000000/`
  return {
    idOf: path => prefix + path,
    pathOf(fileId) {
      const path = fileId.startsWith(prefix) ? fileId.slice(prefix.length) : ''
      return path !== '' && isCloudPath(path) ? path : undefined
    },
  }
}
