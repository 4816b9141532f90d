import arrowLeftRight from 'lucide-static/dist/esm/icons/arrow-left-right.mjs'
import arrowRight from 'lucide-static/dist/esm/icons/arrow-right.mjs'
import award from 'lucide-static/dist/esm/icons/award.mjs'
import bath from 'lucide-static/dist/esm/icons/bath.mjs'
import bell from 'lucide-static/dist/esm/icons/bell.mjs'
import bookOpen from 'lucide-static/dist/esm/icons/book-open.mjs'
import brush from 'lucide-static/dist/esm/icons/brush-cleaning.mjs'
import calendarCheck from 'lucide-static/dist/esm/icons/calendar-check.mjs'
import calendarDays from 'lucide-static/dist/esm/icons/calendar-days.mjs'
import calendarPlus from 'lucide-static/dist/esm/icons/calendar-plus.mjs'
import cake from 'lucide-static/dist/esm/icons/cake.mjs'
import calendarX from 'lucide-static/dist/esm/icons/calendar-x.mjs'
import camera from 'lucide-static/dist/esm/icons/camera.mjs'
import car from 'lucide-static/dist/esm/icons/car.mjs'
import chartColumn from 'lucide-static/dist/esm/icons/chart-column.mjs'
import check from 'lucide-static/dist/esm/icons/check.mjs'
import chevronDown from 'lucide-static/dist/esm/icons/chevron-down.mjs'
import chevronLeft from 'lucide-static/dist/esm/icons/chevron-left.mjs'
import chevronRight from 'lucide-static/dist/esm/icons/chevron-right.mjs'
import chevronUp from 'lucide-static/dist/esm/icons/chevron-up.mjs'
import circleAlert from 'lucide-static/dist/esm/icons/circle-alert.mjs'
import circleCheck from 'lucide-static/dist/esm/icons/circle-check.mjs'
import circleEllipsis from 'lucide-static/dist/esm/icons/circle-ellipsis.mjs'
import circlePlay from 'lucide-static/dist/esm/icons/circle-play.mjs'
import circlePause from 'lucide-static/dist/esm/icons/circle-pause.mjs'
import circleStop from 'lucide-static/dist/esm/icons/circle-stop.mjs'
import circleUser from 'lucide-static/dist/esm/icons/circle-user.mjs'
import circle from 'lucide-static/dist/esm/icons/circle.mjs'
import clipboardList from 'lucide-static/dist/esm/icons/clipboard-list.mjs'
import clock from 'lucide-static/dist/esm/icons/clock.mjs'
import download from 'lucide-static/dist/esm/icons/download.mjs'
import droplets from 'lucide-static/dist/esm/icons/droplets.mjs'
import fileSpreadsheet from 'lucide-static/dist/esm/icons/file-spreadsheet.mjs'
import fileText from 'lucide-static/dist/esm/icons/file-text.mjs'
import flame from 'lucide-static/dist/esm/icons/flame.mjs'
import footprints from 'lucide-static/dist/esm/icons/footprints.mjs'
import handHeart from 'lucide-static/dist/esm/icons/hand-heart.mjs'
import handHelping from 'lucide-static/dist/esm/icons/hand-helping.mjs'
import heartHandshake from 'lucide-static/dist/esm/icons/heart-handshake.mjs'
import heartPulse from 'lucide-static/dist/esm/icons/heart-pulse.mjs'
import house from 'lucide-static/dist/esm/icons/house.mjs'
import idCard from 'lucide-static/dist/esm/icons/id-card.mjs'
import info from 'lucide-static/dist/esm/icons/info.mjs'
import lightbulb from 'lucide-static/dist/esm/icons/lightbulb.mjs'
import link from 'lucide-static/dist/esm/icons/link.mjs'
import listChecks from 'lucide-static/dist/esm/icons/list-checks.mjs'
import logOut from 'lucide-static/dist/esm/icons/log-out.mjs'
import mapPin from 'lucide-static/dist/esm/icons/map-pin.mjs'
import megaphone from 'lucide-static/dist/esm/icons/megaphone.mjs'
import messageHeart from 'lucide-static/dist/esm/icons/message-circle-heart.mjs'
import mic from 'lucide-static/dist/esm/icons/mic.mjs'
import pencil from 'lucide-static/dist/esm/icons/pencil.mjs'
import phone from 'lucide-static/dist/esm/icons/phone.mjs'
import pill from 'lucide-static/dist/esm/icons/pill.mjs'
import plugZap from 'lucide-static/dist/esm/icons/plug-zap.mjs'
import plus from 'lucide-static/dist/esm/icons/plus.mjs'
import qrCode from 'lucide-static/dist/esm/icons/qr-code.mjs'
import refresh from 'lucide-static/dist/esm/icons/refresh-cw.mjs'
import repeat from 'lucide-static/dist/esm/icons/repeat.mjs'
import scale from 'lucide-static/dist/esm/icons/scale.mjs'
import scan from 'lucide-static/dist/esm/icons/scan.mjs'
import search from 'lucide-static/dist/esm/icons/search.mjs'
import share from 'lucide-static/dist/esm/icons/share-2.mjs'
import star from 'lucide-static/dist/esm/icons/star.mjs'
import stethoscope from 'lucide-static/dist/esm/icons/stethoscope.mjs'
import tablet from 'lucide-static/dist/esm/icons/tablet.mjs'
import trash from 'lucide-static/dist/esm/icons/trash.mjs'
import triangleAlert from 'lucide-static/dist/esm/icons/triangle-alert.mjs'
import upload from 'lucide-static/dist/esm/icons/upload.mjs'
import userPlus from 'lucide-static/dist/esm/icons/user-plus.mjs'
import users from 'lucide-static/dist/esm/icons/users.mjs'
import wallet from 'lucide-static/dist/esm/icons/wallet.mjs'
import wifiOff from 'lucide-static/dist/esm/icons/wifi-off.mjs'
import x from 'lucide-static/dist/esm/icons/x.mjs'
import { colours } from '../theme/colours'

/** Drawn for this house, in the manner of the others, the lines without the frame: a person on the ground. */
const fall =
  '<circle cx="5" cy="7" r="2"/><path d="m7 10 6.5 5.5 5-3.5"/><path d="m13.5 15.5 5.5 2"/><path d="m8.5 11.5-1.5 6"/><path d="M2 21h20"/>'

/** Every picture the screens use, under the name the screens call it by. */
export const icons = {
  add: plus,
  alert: circleAlert,
  arrow: arrowRight,
  award,
  back: chevronLeft,
  bell,
  book: bookOpen,
  brush,
  bulb: lightbulb,
  cake,
  calendar: calendarDays,
  'calendar-add': calendarPlus,
  'calendar-done': calendarCheck,
  'calendar-off': calendarX,
  camera,
  car,
  chart: chartColumn,
  check,
  clock,
  close: x,
  desk: clipboardList,
  done: circleCheck,
  download,
  drops: droplets,
  edit: pencil,
  fall,
  file: fileText,
  fire: flame,
  hand: handHelping,
  help: handHeart,
  home: house,
  'id-card': idCard,
  illness: heartPulse,
  info,
  law: scale,
  leave: logOut,
  link,
  list: listChecks,
  me: circleUser,
  mic,
  more: circleEllipsis,
  next: chevronRight,
  down: chevronDown,
  up: chevronUp,
  notice: megaphone,
  offline: wifiOff,
  pause: circlePause,
  people: users,
  'person-add': userPlus,
  phone,
  pill,
  place: mapPin,
  play: circlePlay,
  power: plugZap,
  qr: qrCode,
  radio: circle,
  remove: trash,
  repeat,
  retry: refresh,
  scan,
  search,
  serve: heartHandshake,
  share,
  sheet: fileSpreadsheet,
  star,
  // Gold is ornament: the star's line and its words say the same.
  'star-full': `<g fill="${colours.gold}">${star}</g>`,
  steps: footprints,
  stethoscope,
  stop: circleStop,
  swap: arrowLeftRight,
  tablet,
  talk: messageHeart,
  tap: bath,
  upload,
  wallet,
  warn: triangleAlert,
} as const satisfies Record<string, string>

export type IconName = keyof typeof icons
