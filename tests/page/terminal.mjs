// Takes a picture of a terminal: node terminal.mjs SCREEN PICTURE, where the screen is what `tmux capture-pane -e -p` prints.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const [screen, picture] = process.argv.slice(2);
const BASIC = ['#22262e', '#d0665f', '#8fb573', '#d8b26a', '#6ea4d8', '#b58ad0', '#69b3b0', '#d5d9e0'];
const BRIGHT = ['#6b7280', '#f08178', '#a9d18a', '#f0cd86', '#8dbef0', '#d0a6ea', '#86d0cc', '#ffffff'];

// The colour of a number from 0 to 255.
function colour(number) {
  if (number < 8) return BASIC[number];
  if (number < 16) return BRIGHT[number - 8];
  if (number >= 232) return `rgb(${Array(3).fill(8 + (number - 232) * 10)})`;
  const part = (place) => [0, 95, 135, 175, 215, 255][Math.floor((number - 16) / place) % 6];
  return `rgb(${part(36)}, ${part(6)}, ${part(1)})`;
}

// What codes set a style to: colours, bold, underlined, turned round.
function styled(style, codes) {
  for (let code = codes.shift(); code !== undefined; code = codes.shift()) {
    const extended = () => (codes.shift() === 5 ? colour(codes.shift()) : `rgb(${codes.splice(0, 3)})`);
    if (code === 0) style = {};
    else if (code === 1) style = { ...style, bold: true };
    else if (code === 4) style = { ...style, line: true };
    else if (code === 7) style = { ...style, turned: true };
    else if (code === 27) style = { ...style, turned: false };
    else if (code === 38) style = { ...style, front: extended() };
    else if (code === 48) style = { ...style, back: extended() };
    else if (code === 39) style = { ...style, front: undefined };
    else if (code === 49) style = { ...style, back: undefined };
    else if (code >= 30 && code < 38) style = { ...style, front: BASIC[code - 30] };
    else if (code >= 40 && code < 48) style = { ...style, back: BASIC[code - 40] };
    else if (code >= 90 && code < 98) style = { ...style, front: BRIGHT[code - 90] };
    else if (code >= 100 && code < 108) style = { ...style, back: BRIGHT[code - 100] };
  }
  return style;
}

// Returns the pieces of a screen, each with its style.
function pieces(text) {
  let style = {};
  return text.split(/\x1b\[([\d;]*)m/).flatMap((part, number) => {
    if (number % 2 === 0) return part === '' ? [] : [{ text: part, style }];
    style = styled(style, (part || '0').split(';').map(Number));
    return [];
  });
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
await page.setContent('<style>body { margin: 0 } pre { display: inline-block; margin: 0; padding: 14px 18px; font: 15px/1.35 "DejaVu Sans Mono", monospace; background: #1b1f26; color: #d5d9e0 }</style><pre></pre>');
await page.evaluate((pieces) => {
  const pre = document.querySelector('pre');
  for (const { text, style } of pieces) {
    const span = document.createElement('span');
    const [front, back] = style.turned ? [style.back ?? '#1b1f26', style.front ?? '#d5d9e0'] : [style.front, style.back];
    Object.assign(span.style, { color: front ?? '', background: back ?? '', padding: '0.14em 0', fontWeight: style.bold ? 'bold' : '', textDecoration: style.line ? 'underline' : '' });
    span.textContent = text;
    pre.append(span);
  }
}, pieces(readFileSync(screen, 'utf8').trimEnd()));
await page.locator('pre').screenshot({ path: picture });
await browser.close();
