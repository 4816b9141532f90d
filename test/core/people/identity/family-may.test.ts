import { contract } from '../../../../core/contract'
import { familyMay, type FamilyMay } from '../../../../core/people/identity/family-may'

/** Under which line of the consent each operation stands that is open to family; a helper's own bond and inbox are theirs. */
const lines: Record<string, FamilyMay> = {
  ...{ 'me.data': 'see', 'inbox.list': 'see', 'inbox.read': 'see', 'family.end': 'see', 'card.get': 'see', 'benefit.mine': 'see' },
  ...{ 'birthday.greeting': 'see', 'activity.list': 'see', 'activity.get': 'see', 'activity.read': 'see', 'volunteer.mine': 'see' },
  ...{ 'membership.list': 'see', 'mobile.get': 'see', 'study.hours': 'see', 'study.shared': 'see', 'study.mine': 'see' },
  ...{ 'suggestion.submit': 'come', 'suggestion.join': 'come', 'suggestion.rate': 'come' },
  ...{ 'suggestion.similar': 'see', 'suggestion.mine': 'see', 'suggestion.adopted': 'see' },
  ...{ 'circle.list': 'see', 'circle.get': 'see', 'circle.results': 'see', 'circle.join': 'come', 'circle.leave': 'come' },
  ...{ 'talent.skills': 'see', 'talent.get': 'see', 'talent.asked': 'see', 'advisory.get': 'see' },
  ...{ 'honour.list': 'see', 'honour.wall': 'see' },
  ...{ 'talent.set': 'correct', 'talent.confirm': 'correct', 'talent.answer': 'correct' },
  ...{ 'activity.year': 'see', 'activity.album': 'see' },
  ...{ 'study.notes': 'see', 'course.list': 'see', 'course.get': 'see', 'book.shelf': 'see' },
  ...{ 'course.progress': 'come', 'course.done': 'come', 'book.want': 'come' },
  ...{ 'study.report': 'come', 'review.opine': 'come', 'mobile.set': 'correct', 'mobile.end': 'correct' },
  ...{ 'signup.join': 'come', 'signup.leave': 'come', 'attendance.signIn': 'come', 'attendance.askLeave': 'come' },
  ...{ 'request.raise': 'ask', 'request.confirm': 'ask', 'request.cancel': 'ask', 'request.sayMore': 'ask' },
  ...{ 'request.get': 'ask', 'request.phone': 'ask', 'request.mine': 'ask' },
  ...{ 'hours.free': 'ask', 'hours.book': 'ask', 'hours.series': 'ask', 'hours.cancel': 'ask', 'hours.wait': 'ask', 'hours.unwait': 'ask' },
  ...{ 'hours.mine': 'ask', 'hours.arrive': 'ask', 'wish.raise': 'ask', 'wish.cancel': 'ask', 'wish.get': 'ask', 'wish.mine': 'ask' },
  ...{ 'post.list': 'serve', 'post.claim': 'serve', 'post.withdraw': 'serve', 'post.offer': 'serve', 'post.takeOver': 'serve' },
  ...{ 'post.signIn': 'serve', 'post.signOut': 'serve', 'post.feedback': 'serve', 'post.card': 'serve' },
  ...{ 'station.near': 'see', 'station.get': 'see', 'station.open': 'see', 'station.word': 'ask' },
  ...{ 'dues.mine': 'see', 'fund.published': 'see', 'dues.pay': 'ask' },
  ...{ 'venue.near': 'see', 'venue.get': 'see', 'venue.free': 'see', 'venue.door': 'see' },
  ...{ 'me.correct': 'correct', 'me.export': 'correct' },
}

test('the consent to a family helper names everything that they may do', () => {
  const open = Object.entries(contract).flatMap(([op, { who }]) => (who === 'member' ? [op] : []))
  expect(Object.keys(lines).sort()).toEqual(open.sort())
  expect(new Set(Object.values(lines))).toEqual(new Set(Object.keys(familyMay)))
})
