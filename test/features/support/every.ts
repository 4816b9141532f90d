import { contract, type OperationName } from '../../../core/contract'
import { people } from './people'

/** In this order they are asked to do it, until one is let in. */
export const phones = [
  'demo-secretary',
  'demo-member-04',
  people.liaison.openid,
  people.leader.openid,
  'demo-street',
  'demo-bureau',
  'demo-member-20',
]

const isOperation = (name: string): name is OperationName => Object.hasOwn(contract, name)

/** They end what the others are about, and come last. */
const ends: readonly OperationName[] = [
  'activity.cancel',
  'post.cancel',
  'request.cancel',
  'template.remove',
  'org.close',
  'roster.invite',
  'course.close',
  'station.close',
  'venue.end',
  'training.remove',
  'me.unbind',
  'me.withdraw',
]

/** All, in an order in which each finds what it is about. */
export const operations = Object.keys(contract)
  .filter(isOperation)
  .sort((one, other) => ends.indexOf(one) - ends.indexOf(other))
