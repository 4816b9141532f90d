/** What other contexts may use of this one. */
export { ComingLine, HeldLine, TemplateLine } from './activities/desk/Lines'
export { TodayCard } from './activities/desk/TodayCard'
export { deskFrom, sortDesk, stageOf, type Desk } from './activities/desk/doors'
