/** Of a picture of lucide-static its lines alone: the frame is the same for all of them, and drawn by `components/Icon`. */
module.exports = source =>
  source.replace(/`\s*<svg[^>]*>([^`]*)<\/svg>\s*`/, (_, lines) => `\`${lines.replace(/\s+/g, ' ').replace(/> </g, '><').trim()}\``)
