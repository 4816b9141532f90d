/**
 * Radicals that are drawn like an ideograph and that text copied out of a PDF has in its place, each with that ideograph behind it: what
 * NFKC leaves of U+2E80–2EFF. Source: Unicode Character Database, EquivalentUnifiedIdeograph.txt (15.0.0).
 */
const radicals =
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕𫜹⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀'

/**
 * Ideographs that fonts of before 2005 kept at the private places U+E815–E864, in their order, with a dash where it is a radical or still has no
 * other place. Source: GB 18030-2005 and 2022, the rows of FE50.
 */
const oncePrivate =
  '-----㑳㑇--龴㖞㘚㘎--㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠--龸-䁖䅟-䌷----䎱䎬-䏝䓖䙡䙌龹䜣䜩䝼䞍-䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺-䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻'
const FIRST_PRIVATE = 0xe815

const madeTable = (): ReadonlyMap<string, string> => {
  const letters = Array.from(radicals)
  return new Map([
    ...letters.flatMap((letter, at): [string, string][] => (at % 2 === 0 ? [[letter, letters[at + 1] ?? letter]] : [])),
    ...Array.from(oncePrivate).flatMap((letter, at): [string, string][] =>
      letter === '-' ? [] : [[String.fromCharCode(FIRST_PRIVATE + at), letter]],
    ),
  ])
}
let table: ReadonlyMap<string, string> | undefined

/** The ideograph that such a character stands for; nothing for any other. */
export const ideographFor = (letter: string): string | undefined => (table ??= madeTable()).get(letter)
