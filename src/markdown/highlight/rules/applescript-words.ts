/** Words and phrases of AppleScript by what Rouge takes them for, commas between them; what is in brackets may be left out. */

export const operators = `
  and, or, is  greater than or equal[ to], is equal, equals, equal to, is not, isn't, does not equal, doesn't equal, [is ]greater than, [is ]less than,
  comes after, comes before, does not come after, does not come before, doesn't come after, doesn't come before,
  start[s] with, begin[s] with, end[s] with, contain[s], does not contain, doesn't contain, is in, is contained by,
  div, mod, not, a  reference to, a  ref[ to], reference to, ref[ to], is, does`;

export const literals = `
  AppleScript, current application, missing value, true, false, pi, result, return, quote, space, tab, linefeed,
  text item delimiters, version`;

export const commands = `
  activate, launch, run[ script], quit, log, say, beep, delay, new, make, copy, count, delete, duplicate, exists, print, round, summarize,
  ASCII character, ASCII number, choose URL, choose application, choose color, choose file[ name], choose folder, choose from list,
  choose remote application, clipboard info, the clipboard, set the clipboard to, set eof, set volume, get eof, get volume settings,
  open for access, open location, open, close[ access], read, write, offset, current date, time to GMT, random number, quoted form,
  display alert, display dialog, do shell script, load script, store script, info for, list disks, list folder, mount volume, path to,
  scripting components, system attribute, system info`;

export const controls = `
  if, then, else, repeat, times, while, until, from, to, by, in, of, tell, try, error, exit, continue, return, end, as, me, my, it[s],
  considering, ignoring, using terms from, with timeout[ of], with transaction, whith, global, local, prop[erty], set, get`;

/** Names of parts of text and dates, which may be plural. */
export const parts = 'attachment, attribute run, character, word, paragraph, day, month, year';

export const parameters = `
  about, above, against, apart from, around, aside from, at, below, beneath, beside, between, for, given, instead of, on, onto, out of,
  over, since`;

export const references = `
  back of, front of, first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, after, back, before, behind, every,
  front, last, middle, some, that, through, thru, where, whose`;

/** AppleScript Studio's classes, which may be plural. */
export const classes = `
  action cell, alert reply, application, box, browser[ cell], bundle, button[ cell], cell, clip view, color well, color-panel,
  combo box[ item], control, data cell, data column, data item, data row, data source, data, default entry, dialog reply, document,
  drag info, drawer, event, font[-panel], formatter, image cell, image view, image, matrix, menu[ item], item, movie[ view], open-panel,
  outline view, panel, pasteboard, plugin, popup button, progress indicator, responder, save-panel, scroll view,
  secure text field[ cell], slider, sound, split view, stepper, tab view[ item], table column, table header cell, table header view,
  table view, text field[ cell], text view, text, toolbar[ item], user-defaults, view, window`;

export const studioCommands = `
  animate, append, call method, center, display, go, hide, highlight, increment, load image, load movie, load nib, load panel, load sound,
  localized string, lock focus, unlock focus, pause, perform action, play, register, resume, scroll, select[ all], show, start,
  step back, step forward, stop, synchronize, update`;

/** AppleScript Studio's properties. */
export const properties = `
  accepts arrow key, action method, active, alignment, allowed identifiers, allows branch selection, allows column reordering,
  allows column resizing, allows column selection, allows customization, allows editing text attributes, allows empty selection,
  allows mixed state, allows multiple selection, allows reordering, allows undo, alpha[ value], alternate image,
  alternate increment value, alternate title, animation delay, associated file name, associated object, auto completes, auto display,
  auto enables items, auto repeat, auto resizes[ outline column], auto save expanded items, auto save name, auto save table columns,
  auto saves configuration, auto scroll, auto sizes all columns to fit, auto sizes cells, background color, bezel state, bezel style,
  bezeled, border rect, border type, bordered, bounds[ rotation], box type, button returned, button type, can choose directories,
  can choose files, can draw, can hide, cell background color, cell size, cell type, cell, characters, class, click count,
  clicked[ data] column, clicked data item, clicked[ data] row, closeable, collating, color mode, color panel, command key down,
  configuration, contents, content size, content view[ margins], content, context, continuous, control key down, control size,
  control tint, control view, controller visible, coordinate system, copies[ on scroll], corner view, current cell, current column,
  current[ field]  editor, current[ menu] item, current row, current tab view item, data source, default identifiers, delta x, delta y,
  delta z, destination window, directory, display mode, displayed cell, document edited, document rect, document view, document,
  double value, dragged column, dragged distance, dragged items, draws[ cell] background, draws grid, dynamically scrolls,
  echos bullets, edge, editable, edited[ data] column, edited data item, edited[ data] row, enabled, enclosing scroll view, ending page,
  error handling, event number, event type, excluded from windows menu, executable path, expanded, fax number, field editor, file kind,
  file name, file type, first responder, first visible column, flipped, floating, font[ panel], formatter, frameworks path, frontmost,
  gave up, grid color, has data items, has horizontal ruler, has horizontal scroller, has parent data item, has resize indicator,
  has shadow, has sub menu, has vertical ruler, has vertical scroller, header cell, header view, hidden, hides when deactivated,
  highlights by, horizontal line scroll, horizontal page scroll, horizontal ruler view, horizontally resizable, icon image, id,
  identifier, ignores multiple clicks, image alignment, image dims when disabled, image frame style, image scaling, image,
  imports graphics, increment value, indentation per level, indeterminate, index, integer value, intercell spacing, item height,
  key code, key equivalent[ modifier], key window, key, knob thickness, label, last[ visible] column, leading offset, leaf, level,
  line scroll, loaded, localized sort, location, loop mode, main bunde, main menu, main window, main, marker follows cell, matrix mode,
  maximum[ content] size, maximum visible columns, menu[ form representation], miniaturizable, miniaturized, minimized image,
  minimized title, minimum column width, minimum[ content] size, modal, modified, mouse down state, movie controller, movie file,
  movie rect, movie, muted, name, needs display, next state, next text, number of tick marks, only tick mark values, opaque, open panel,
  option key down, outline table column, page scroll, pages across, pages down, palette label, pane splitter, parent data item,
  parent window, pasteboard, path names, path separator, path, playing, plays every frame, plays selection only, position,
  preferred edge, preferred type, pressure, previous text, prompt, properties, prototype cell, pulls down, rate, released when closed,
  repeated, requested print time, required file type, resizable, resized column, resource path, returns records, reuses columns,
  rich text, roll over, row height, rulers visible, save panel, scripts path, scrollable, selectable[ identifiers], selected cell,
  selected[ data] column[s], selected data item[s], selected[ data] row[s], selected item identifier, selection by rect,
  send action on arrow key, sends action when done editing, separates columns, separator item, sequence number, services menu,
  shared frameworks path, shared support path, sheet, shift key down, shows alpha, shows state by, size[ mode],
  smart insert delete enabled, sort case sensitivity, sort column, sort order, sort type, sorted[ data rows], sound, source[ mask],
  spell checking enabled, starting page, state, string value, sub menu, super menu, super view, tab key traverses cells, tab state,
  tab type, tab view, table view, tag, target[ printer], text color, text container insert, text container origin, text returned,
  tick mark position, time stamp, titled, title cell, title font, title height, title position, title rect, title, tool tip, toolbar,
  trailing offset, transparent, treat packages as directories, truncated labels, types, unmodified characters, update views,
  use sort indicator, user defaults, uses data source, uses ruler, uses threaded animation, uses title from previous column,
  value wraps, version, vertical line scroll, vertical page scroll, vertical ruler view, vertical, vertically resizable, view,
  visible[ document rect], volume, width, window, windows menu, wraps, zoomable, zoomed`;
