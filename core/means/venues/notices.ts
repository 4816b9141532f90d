import { shanghai } from '../../shared/calendar'
import type { Hours } from '../../shared/hours'
import type { Telling } from '../../shared/notices'
import type { Instant } from '../../shared/operation'
import { routes } from '../../shared/routes'
import { saySpan } from '../../shared/spans'

interface Room {
  venueId: string
  venueName: string
}
interface Said {
  what: 'booked' | 'gave-back' | 'called-off' | 'closed' | 'lost'
  bookingId: string
  by: string
  at: Instant
  reason?: string
}

const because = (reason: string | undefined) => (reason ? `原因：${reason}。` : '')

const wordsOf = (room: Room, booking: Hours & { purpose: string }, said: Said, orgName: string) => {
  const when = saySpan(booking)
  switch (said.what) {
    case 'booked':
      return {
        title: `${orgName}订了${room.venueName}`,
        text: `${when}，${booking.purpose}。${said.by}订的。不方便的话，点开可以取消，对方会知道。`,
        note: '别的支部订了场地',
      }
    case 'gave-back':
      return { title: `${orgName}不用${room.venueName}了`, text: `${when}空出来了。${because(said.reason)}`, note: '订的场地退了' }
    case 'called-off':
      return {
        title: `场地取消了：${room.venueName}`,
        text: `您订的${when}用不了了。${because(said.reason)}${said.by}取消的，请另选时间或场地，别忘了告诉来参加的人。`,
        note: '订的场地取消了',
      }
    case 'closed':
      return {
        title: `场地那天不开：${room.venueName}`,
        text: `您订的${when}用不了了。${because(said.reason)}请另选时间或场地，别忘了告诉来参加的人。`,
        note: '场地那天不开放',
      }
    case 'lost':
      return {
        title: `场地没能跟着改：${room.venueName}`,
        text: `活动改了时间，可是${when}这个场地已经有人订了。请另选时间或场地。`,
        note: '请另外订场地',
      }
  }
}

/** What the owner of a room, or the one who booked it, is told. */
export const venueNotice = (room: Room, booking: Hours & { purpose: string }, said: Said, orgName: string): Telling => {
  const { title, text, note } = wordsOf(room, booking, said, orgName)
  const toOwner = said.what === 'booked' || said.what === 'gave-back'
  return {
    kind: toOwner ? 'venue-desk' : 'venue-news',
    about: `${said.bookingId}:${said.what}:${String(said.at)}`,
    ...{ title, text },
    page: toOwner ? routes.venueDesk({ id: room.venueId }) : routes.venue({ id: room.venueId }),
    fields: { what: room.venueName, when: shanghai(booking.startsAt).format('YYYY-MM-DD HH:mm'), where: room.venueName, note },
  }
}
