import { sayPosts, type CommitteePost } from '../../../../core/people/committees/posts'
import { omit } from '../../../../core/shared/fields'
import type { Given } from '../../../platform/call'

export type Data = Given<'committee.get'>
type Holder = Data['members'][number]

/** A person of a committee with all their posts, in the committee's order. */
export interface Seated extends Omit<Holder, 'post'> {
  posts: CommitteePost[]
}

/** Each person once. */
export const seatedOf = (holders: readonly Holder[]): Seated[] =>
  holders
    .filter((one, at) => holders.findIndex(other => other.memberId === one.memberId) === at)
    .map(person => ({
      ...omit(person, 'post'),
      posts: holders.filter(other => other.memberId === person.memberId).map(other => other.post),
    }))

/** 书记、组织委员（在职兼任）: what a person is in the committee. */
export const sayWhat = ({ posts, inService }: Seated): string => `${sayPosts(posts)}${inService ? ' · 在职兼任' : ''}`
