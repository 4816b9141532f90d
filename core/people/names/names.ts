import { ideographFor } from './radicals'

/** The blocks of radicals (U+2E80–2FDF) and the private places of older fonts; what NFKC knows of the former, it says. */
const standIns = /[\u2e80-\u2fdf\ue815-\ue864]/gu
const ideographOf = (letter: string): string => ideographFor(letter) ?? letter.normalize('NFKC')

/**
 * The same text with ideographs where characters stand that only look like them: radicals that come out of a PDF (⻢⼩⺠ → 马小民) and the
 * private places of older fonts. Everything else, 䶮 and 㼆 and traditional characters too, stays as it is written.
 */
export const withIdeographs = (text: string): string => text.replace(standIns, ideographOf)

/** Blanks, what the eye does not see, variation selectors, and every dot that stands between the parts of a name. */
const unread = /[\s\p{Cc}\p{Cf}\p{Variation_Selector}·•．.・‧∙●｡。⋅᛫]/gu

/**
 * A name as it is compared, whatever its writing: import, search, binding and names typed a second time all ask this. Compatibility forms, radicals
 * and private places become ideographs; blanks and dots go; 戶, which is what 户 becomes in a PDF, is 户. Traditional characters stay apart from
 * simplified ones: two people may be told apart by them.
 */
export const nameKey = (name: string): string =>
  withIdeographs(withIdeographs(name).normalize('NFKC'))
    .replace(unread, '')
    .replace(/[戶戸]/gu, '户')
    .toLowerCase()

/** Whether two writings are one name. */
export const sameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other)
