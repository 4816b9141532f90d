import { logFault } from './log'
import type { Ports } from './ports'

const FILE = 'cloud://'
/** Sheets, which bring their own address. */
const SHEET = /^cloud:\/\/[^/]+\/exports\//u

/** How the fields are called in which operations answer files; a test holds the contract to it. What people wrote is in others and is never taken for an id. */
export const FILE_FIELD = /^(?:fileIds?|\w+FileIds?|portrait)$/u

/** The ids of stored files in an answer's fields for files, but for those of sheets. */
export const filesIn = (data: unknown): string[] => {
  const found = new Set<string>()
  const look = (value: unknown, named: boolean): void => {
    if (typeof value === 'string') {
      if (named && value.startsWith(FILE) && !SHEET.test(value)) found.add(value)
    } else if (Array.isArray(value)) for (const one of value) look(one, named)
    else if (typeof value === 'object' && value !== null)
      for (const [field, one] of Object.entries(value)) look(one, FILE_FIELD.test(field))
  }
  look(data, false)
  return [...found]
}

/**
 * Where the files of an answer can be fetched for an hour: the storage shows no file for its id alone, so that an id that was once seen opens nothing
 * later. Nothing where the answer names no file; without addresses, which a storage that fails cannot give, the answer stands all the same.
 */
export const addressesOf = async (
  data: unknown,
  { files }: Pick<Ports, 'files'>,
): Promise<Readonly<Record<string, string>> | undefined> => {
  const fileIds = filesIn(data)
  if (fileIds.length === 0) return undefined
  try {
    return await files.addresses(fileIds)
  } catch (error) {
    logFault(error, { files: String(fileIds.length) })
    return undefined
  }
}
