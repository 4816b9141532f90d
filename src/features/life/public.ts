/** What other contexts may use of this one. */
export { actsOpen, StandingActs } from './activities/StandingActs'
export { ComingLine, HeldLine, TemplateLine } from './activities/desk/Lines'
export { TodayCard } from './activities/desk/TodayCard'
export { deskFrom, sortDesk, stageOf } from './activities/desk/doors'
export { PlaceField } from './activities/places/PlaceField'
export { noPlace, type Place, placeOf, type PlaceText, placeText } from './activities/places/places'
export { useUsualPlaces } from './activities/places/useUsualPlaces'
export { kioskOfQuery } from './attendance/links'
