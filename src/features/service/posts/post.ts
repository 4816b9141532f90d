import type { Given } from '../../../platform/call'

export type Post = Given<'post.get'>
export type PostItem = Given<'post.list'>['items'][number]
export type Shift = Post['shifts'][number]
export type Mine = NonNullable<Shift['mine']>
export type For = { forMemberId?: string }

/** A shift in whose queue one stands, and what every act of its own needs. */
export interface OwnShift {
  postId: string
  shift: Shift
  mine: Mine
  forMemberId: For
  onDone: () => Promise<void>
}

/** Is there still something to queue for? */
export const isClaimable = (shift: Shift): boolean => shift.mine === null && (shift.state === 'open' || shift.state === 'full')

/** How many hands a shift still needs, in words. */
export const placesWords = ({ left, waiting, state }: Pick<Shift, 'left' | 'waiting' | 'state'>): string => {
  switch (state) {
    case 'open':
      return `还剩 ${left} 个名额`
    case 'full':
      return waiting > 0 ? `已满，${waiting} 人候补` : '已满，可以候补'
    case 'closed':
      return '已经截止'
    case 'over':
      return '已经结束'
    case 'cancelled':
      return '这一班取消了'
  }
}

/** What stands on the card in the chat before anybody opens it. */
export const cardTitle = (title: string, left: number): string => (left > 0 ? `${title}，还剩 ${left} 个名额` : title)

/** Places still free over all shifts that can be claimed. */
export const leftOf = (post: Pick<Post, 'shifts'>): number =>
  post.shifts.filter(shift => shift.state === 'open').reduce((sum, shift) => sum + shift.left, 0)
