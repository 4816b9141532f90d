import Taro from '@tarojs/taro'
import { openFile } from './download'

export interface Appointment {
  title: string
  /** Milliseconds. */
  startsAt: number
  endsAt: number
  place: string
  notes: string
}

/** The phone rings so long before, in seconds. */
const RING_BEFORE = 3_600

const stamp = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
const escaped = (text: string) => text.replace(/[\\;,]/g, sign => `\\${sign}`).replace(/\n/g, '\\n')

const icsOf = ({ title, startsAt, endsAt, place, notes }: Appointment) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:changqing365', 'BEGIN:VEVENT', `UID:${startsAt}-${endsAt}@changqing365`, `DTSTAMP:${stamp(startsAt)}`, `DTSTART:${stamp(startsAt)}`, `DTEND:${stamp(endsAt)}`, `SUMMARY:${escaped(title)}`, `LOCATION:${escaped(place)}`, `DESCRIPTION:${escaped(notes)}`, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n') // prettier-ignore

/** Writes an appointment into the phone's own calendar, with a ring an hour before; on the desk it is a file. False when the phone said no. */
export const addToCalendar = async (what: Appointment): Promise<boolean> => {
  if (process.env.TARO_ENV === 'h5') {
    return openFile({ url: `data:text/calendar;charset=utf-8,${encodeURIComponent(icsOf(what))}`, name: `${what.title}.ics` })
  }
  try {
    await Taro.addPhoneCalendar({
      title: what.title,
      startTime: Math.floor(what.startsAt / 1000),
      endTime: String(Math.floor(what.endsAt / 1000)),
      location: what.place,
      description: what.notes,
      alarm: true,
      alarmOffset: RING_BEFORE,
    })
    return true
  } catch (error) {
    console.error('The calendar did not take the appointment', error)
    return false
  }
}
