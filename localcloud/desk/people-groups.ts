import type { Person } from './cloud'

/** People of one kind, as the project groups them. */
export interface Group {
  name: string
  people: Person[]
}

/** The groups in the order in which they first come, with only those whose name, openid, note or group has all the words; empty groups are left out. */
export function groupsOf(people: readonly Person[], words: string): Group[] {
  const wanted = words.trim().toLowerCase().split(/\s+/)
  const found = people.filter(({ name, openid, note, group }) => {
    const text = `${name} ${openid} ${note} ${group}`.toLowerCase()
    return wanted.every(word => text.includes(word))
  })
  const names = [...new Set(found.map(({ group }) => group))]
  return names.map(name => ({ name, people: found.filter(({ group }) => group === name) }))
}
