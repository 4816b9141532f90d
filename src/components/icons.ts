import arrowRight from 'lucide-static/dist/esm/icons/arrow-right.mjs'
import bell from 'lucide-static/dist/esm/icons/bell.mjs'
import calendarCheck from 'lucide-static/dist/esm/icons/calendar-check.mjs'
import calendarDays from 'lucide-static/dist/esm/icons/calendar-days.mjs'
import calendarPlus from 'lucide-static/dist/esm/icons/calendar-plus.mjs'
import calendarX from 'lucide-static/dist/esm/icons/calendar-x.mjs'
import camera from 'lucide-static/dist/esm/icons/camera.mjs'
import check from 'lucide-static/dist/esm/icons/check.mjs'
import chevronLeft from 'lucide-static/dist/esm/icons/chevron-left.mjs'
import chevronRight from 'lucide-static/dist/esm/icons/chevron-right.mjs'
import circle from 'lucide-static/dist/esm/icons/circle.mjs'
import circleAlert from 'lucide-static/dist/esm/icons/circle-alert.mjs'
import circleCheck from 'lucide-static/dist/esm/icons/circle-check.mjs'
import circleUser from 'lucide-static/dist/esm/icons/circle-user.mjs'
import clipboardList from 'lucide-static/dist/esm/icons/clipboard-list.mjs'
import clock from 'lucide-static/dist/esm/icons/clock.mjs'
import download from 'lucide-static/dist/esm/icons/download.mjs'
import fileSpreadsheet from 'lucide-static/dist/esm/icons/file-spreadsheet.mjs'
import fileText from 'lucide-static/dist/esm/icons/file-text.mjs'
import handHeart from 'lucide-static/dist/esm/icons/hand-heart.mjs'
import house from 'lucide-static/dist/esm/icons/house.mjs'
import info from 'lucide-static/dist/esm/icons/info.mjs'
import link from 'lucide-static/dist/esm/icons/link.mjs'
import listChecks from 'lucide-static/dist/esm/icons/list-checks.mjs'
import logOut from 'lucide-static/dist/esm/icons/log-out.mjs'
import mapPin from 'lucide-static/dist/esm/icons/map-pin.mjs'
import megaphone from 'lucide-static/dist/esm/icons/megaphone.mjs'
import pencil from 'lucide-static/dist/esm/icons/pencil.mjs'
import phone from 'lucide-static/dist/esm/icons/phone.mjs'
import plus from 'lucide-static/dist/esm/icons/plus.mjs'
import qrCode from 'lucide-static/dist/esm/icons/qr-code.mjs'
import refresh from 'lucide-static/dist/esm/icons/refresh-cw.mjs'
import repeat from 'lucide-static/dist/esm/icons/repeat.mjs'
import scan from 'lucide-static/dist/esm/icons/scan.mjs'
import search from 'lucide-static/dist/esm/icons/search.mjs'
import share from 'lucide-static/dist/esm/icons/share-2.mjs'
import tablet from 'lucide-static/dist/esm/icons/tablet.mjs'
import trash from 'lucide-static/dist/esm/icons/trash.mjs'
import triangleAlert from 'lucide-static/dist/esm/icons/triangle-alert.mjs'
import upload from 'lucide-static/dist/esm/icons/upload.mjs'
import userPlus from 'lucide-static/dist/esm/icons/user-plus.mjs'
import users from 'lucide-static/dist/esm/icons/users.mjs'
import wifiOff from 'lucide-static/dist/esm/icons/wifi-off.mjs'
import x from 'lucide-static/dist/esm/icons/x.mjs'

/** Every picture the screens use, under the name the screens call it by. */
export const icons = {
  add: plus,
  alert: circleAlert,
  arrow: arrowRight,
  back: chevronLeft,
  bell,
  calendar: calendarDays,
  'calendar-add': calendarPlus,
  'calendar-done': calendarCheck,
  'calendar-off': calendarX,
  camera,
  check,
  clock,
  close: x,
  desk: clipboardList,
  done: circleCheck,
  download,
  edit: pencil,
  file: fileText,
  help: handHeart,
  home: house,
  info,
  leave: logOut,
  link,
  list: listChecks,
  me: circleUser,
  next: chevronRight,
  notice: megaphone,
  offline: wifiOff,
  people: users,
  'person-add': userPlus,
  phone,
  place: mapPin,
  qr: qrCode,
  radio: circle,
  remove: trash,
  repeat,
  retry: refresh,
  scan,
  search,
  share,
  sheet: fileSpreadsheet,
  tablet,
  upload,
  warn: triangleAlert,
} as const satisfies Record<string, string>

export type IconName = keyof typeof icons
