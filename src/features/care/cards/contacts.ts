import type { Given } from '../../../platform/call'
import { type Query, useQuery } from '../../../platform/query'

export type ServiceCard = Given<'card.get'>
export interface Contact {
  duty: string
  name: string
  phone: string
  portrait?: string | undefined
}

/** The people whose duty it is to answer, nearest first. */
export const contactsOf = ({ liaison, groupLeader, secretary }: ServiceCard): Contact[] => [
  ...(liaison ? [{ ...liaison, duty: '联络员' }] : []),
  ...(groupLeader ? [{ ...groupLeader, duty: '党小组长' }] : []),
  ...(secretary ? [{ ...secretary, duty: '支部书记' }] : []),
]

/** What the card says, for the voice that reads it. */
export const readOut = (card: ServiceCard): string =>
  [
    ...contactsOf(card).map(({ duty, name, phone }) => `您的${duty}${name}，电话${[...phone].join(' ')}。`),
    ...card.teams.map(({ name, contact, phone }) => `${name}${contact}，电话${[...phone].join(' ')}。`),
    '急病、火灾，先打 1 2 0 或 1 1 9。',
  ].join('')

/**
 * The member's service card, asked for the elder being helped. What this phone kept is there at once, before the cloud has answered and
 * without any network; a newer one takes its place.
 */
export const useServiceCard = (memberId: string): Query<ServiceCard> => useQuery('card.get', { memberId }, { atOnce: true })
