import { nameKey } from '../names/names'
import { readingsOf } from '../names/reading'
import { findKeysOf } from './keys'

/** What is kept of a person so that they are found: the name as it is compared, how it is read (`shan xiong xin`), and every key of a search. */
export interface FoundBy {
  nameKey: string
  reading: string
  findKeys: string[]
}

/** Worked out whenever the name or a number is written. The dictionary of pinyin is large: loaded by those who write. */
export const foundBy = ({ name, phones }: { name: string; phones: readonly string[] }): FoundBy => {
  const readings = readingsOf(name)
  return { nameKey: nameKey(name), reading: readings[0].join(' '), findKeys: findKeysOf(name, readings, phones) }
}
