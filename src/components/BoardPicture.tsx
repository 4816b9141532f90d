import { View } from '@tarojs/components'
import { colours } from '../theme/colours'
import { type IconName, icons } from './icons'
import './BoardPicture.css'

const { card, gold, ink } = colours

/** A sheet pinned to a noticeboard, drawn in ink and gold, with the picture of the matter on it. */
const draw = (name: IconName): string => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 112 96" fill="none" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M12 18h88v60l-14 14H12z" fill="${card}" stroke="${ink}"/><path d="M100 78H86v14" stroke="${ink}"/><path d="M12 86h60" stroke="${gold}" stroke-width="4"/><circle cx="56" cy="16" r="7" fill="${gold}" stroke="${ink}"/><g transform="translate(34 29) scale(1.85)" stroke="${ink}" stroke-width="1.2">${icons[name]}</g></svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}

/** Stands above the words of an empty place; says nothing to a screen reader. */
export const BoardPicture = ({ name }: { name: IconName }) => <View className="board-picture" style={{ backgroundImage: draw(name) }} />
