/** Vim's commands, each with how short it may be. */
export const vimCommands = `
  a[b] abc[lear] abo[veleft] addd al[l] ar[ga] argadd argd[elete] argdo arge[dit] argg[lobal] argl[ocal] args argu[ment]
  as[cii] au b[N] bNext ba[d] badd ball bd[elete] bel[owright] bf[irst] bl[ast] bm[odified] bn[ext] bo[tright] bp[revious]
  br[ea] break[a] breakadd breakd[el] breakl[ist] brewind bro[wse] bufdo buffer[s] bun[load] bw[ipeout] c[N] cNext cNf[ile]
  ca[bc] cabclear cabo[ve] cad[dbuffer] cadde[xpr] caddf[ile] caf[ter] cal[l] cat[ch] cb[e] cbefore cbel[ow] cbo[ttom] cbuffer
  cc[l] cclose cd[o] ce[nter] cex[pr] cf[do] cfile cfir[st] cg[etb] cgetbuffer cgete[xpr] cgetfile change[s] chd[ir]
  che[ckpath] checkt[ime] chi[story] cl[a] clast cle[arjumps] clist clo[se] cmapc[lear] cn[ew] cnewer cnext cnf[ile] cnor
  co[l] colder colo[rscheme] com[c] comclear comp[iler] con[f] confirm cons[t] continue cope[n] copy cp[f] cpfile cprevious
  cq[uit] cr[ewind] cs[cope] cstag cun[a] cunabbrev cw[indow] d[ebug] debugg[reedy] def delc[ommand] delel delep delete[l]
  deletep deletl deletp delf[unction] dell delm[arks] delp dep di[f] diffg[et] diffo[ff] diffp[atch] diffpu[t] diffs[plit]
  difft[his] diffupdate dig[raphs] dir disa[ssemble] display dj[ump] dl[i] dlist do[au] doaut dp dr[op] ds[earch] dsp[lit]
  e[a] earlier ec[hoe] echoerr echom[sg] echon edit el[se] elsei[f] em[enu] en[dd] enddef endf[o] endfor endfunction endif
  endt[ry] endw[hile] ene[w] eval ex[i] exit exp[ort] exu[sage] f[ile] files filet[ype] filt[er] fin[a] finally find fini[sh]
  fir[st] fix[del] fo[ld] foldc[lose] foldd[oc] folddoclosed folddoopen foldo[pen] for fu[nction] g[o] goto gr[ep] grepa[dd]
  gui gvim h[a] hardcopy help[c] helpclose helpf[ind] helpg[rep] helpt[ags] hi[d] hide his[tory] i[a] iabc[lear] if ij[ump]
  il[ist] imapc[lear] imp[ort] in[or] intro is[earch] isp[lit] iuna[bbrev] j[oin] ju[mps] k[ee] keepa[lt] keepj[umps]
  keepmarks keepp[atterns] l[N] lNext lNf[ile] la[b] labove lad[db] laddbuffer laddexpr laddf[ile] laf[ter] lan[guage] last
  lat[er] lb[e] lbefore lbel[ow] lbo[ttom] lbuffer lc[d] lch[dir] lcl[ose] lcs[cope] ld[o] le[ft] lefta[bove] lex[pr] lf[do]
  lfile lfir[st] lg[etb] lgetbuffer lgete[xpr] lgetfile lgr[ep] lgrepa[dd] lh[elpgrep] lhi[story] list ll[a] llast lli[st]
  lma[k] lmake lmapc[lear] lne[w] lnewer lnext lnf[ile] lo[adk] loadkeymap loadview loc[kmarks] lockv[ar] lol[der] lop[en]
  lp[f] lpfile lprevious lr[ewind] ls lt[ag] lua[do] luafile lv[imgrep] lvimgrepa[dd] lw[indow] m[a] mak[e] mark[s] mat[ch]
  menut[ranslate] mes[sages] mk[exrc] mks[ession] mksp[ell] mkv[ie] mkview mkvimrc mod[e] move mz[f] mzfile mzscheme n[b]
  nbc[lose] nbkey nbs[tart] new next nmapc[lear] noa[utocmd] noh[lsearch] nor[e] nos[wapfile] nu[mber] o[l] oldfiles
  omapc[lear] on[ly] open opt[ions] ownsyntax p[a] packadd packl[oadall] pc[lose] pe[d] pedit perl[d] perldo po[p] popu[p]
  pp[op] pre[serve] prev[ious] print pro[f] profd[el] profile promptf[ind] promptr[epl] ps[earch] ptN[ext] pta[g] ptf[irst]
  ptj[ump] ptl[ast] ptn[ext] ptp[revious] ptr[ewind] pts[elect] pu[t] pw[d] py[3] py3do py3f[ile] pydo pyf[ile] python[3]
  pythonx pyx[do] pyxfile q[a] qall quit[a] quitall r[ead] rec[over] red[i] redir redo redr[aw] redraws[tatus] redrawt[abline]
  reg[isters] res[ize] ret[ab] retu[rn] rew[ind] ri[ght] rightb[elow] ru[b] ruby[d] rubydo rubyf[ile] rundo runtime rv[iminfo]
  sI[c] sIe sIg sIl sIn sIp sIr sN[ext] sa[l] sall san[dbox] sargument sav[eas] sb[N] sbNext sba[ll] sbf[irst] sbl[ast]
  sbm[odified] sbn[ext] sbp[revious] sbr[ewind] sbuffer sc[I] sce scg sci scl scp scr[ipte] scriptencoding scriptnames
  scriptv[ersion] scs[cope] se[t] setf[iletype] setg[lobal] setl[ocal] sf[ind] sfir[st] sg[I] sgc sge sgi sgl sgn sgp sgr
  sh[ell] si[c] sie sig[n] sil[ent] sim[alt] sin sip sir sl[a] slast sleep sm[agic] smap sme[nu] smile sn[ext] sno[magic]
  snoreme[nu] so[r] sort source sp[e] spelld[ump] spellgood spelli[nfo] spellr[are] spellrepall spellrrare spellu[ndo]
  spellw[rong] split spr[evious] sr[I] src sre[wind] srg sri srl srn srp st[a] stag star[tg] startgreplace startinsert
  startr[eplace] stj[ump] stop[i] stopinsert sts[elect] sun[hide] sunme[nu] sus[pend] sv[iew] sw[apname] sy[n] sync[bind]
  syntime t[N] tNext ta[b] tabN[ext] tabc[lose] tabd[o] tabe[dit] tabf[ind] tabfir[st] tabl[ast] tabm[ove] tabn[ew] tabnext
  tabo[nly] tabp[revious] tabr[ewind] tabs tag[s] tc[d] tch[dir] tcl[d] tcldo tclf[ile] te[aroff] ter[minal] tf[irst] th[row]
  tj[ump] tl[ast] tlm[enu] tln[oremenu] tlu[nmenu] tm[a] tmap[c] tmapclear tmenu tn[ext] tno[remap] to[pleft] tp[revious]
  tr[ewind] try ts[elect] tu[nma] tunmap tunmenu u[na] unabbreviate undo[j] undojoin undol[ist] unh[ide] unl[o] unlockvar
  uns[ilent] up[date] v[e] verb[ose] version vert[ical] vi[e] view vim[9] vim9script vimgrep[a] vimgrepadd visual viu[sage]
  vmapc[lear] vne[w] vs[plit] w[N] wNext wa[ll] wh[ile] win[c] wincmd windo winp[os] winsize wn[ext] wp[revious] wq[a] wqall
  write wundo wv[iminfo] x[a] xall xit xmapc[lear] xme[nu] xnoreme[nu] xprop xr[estore] xunme[nu] xwininfo y[ank]`;

/** Vim's functions, options with their short names, and events. */
export const vimNames = `
  BufAdd BufCreate BufDelete BufEnter BufFilePost BufFilePre BufHidden BufLeave BufNew[File] BufRead[Cmd] BufReadPost
  BufReadPre BufUnload BufWinEnter BufWinLeave BufWipeout BufWrite[Cmd] BufWritePost BufWritePre CmdUndefined CmdlineChanged
  CmdlineEnter CmdlineLeave CmdwinEnter CmdwinLeave ColorScheme[Pre] CompleteChanged CompleteDone[Pre] CursorHold[I]
  CursorMoved[I] DiffUpdated DirChanged EncodingChanged ExitPre FileAppendCmd FileAppendPost FileAppendPre FileChangedRO
  FileChangedShell[Post] FileEncoding FileReadCmd FileReadPost FileReadPre FileType FileWriteCmd FileWritePost FileWritePre
  FilterReadPost FilterReadPre FilterWritePost FilterWritePre FocusGained FocusLost FuncUndefined GUIEnter GUIFailed
  InsertChange InsertCharPre InsertEnter InsertLeave MenuPopup OptionSet QuickFixCmdPost QuickFixCmdPre QuitPre RemoteReply
  SafeState[Again] SessionLoadPost ShellCmdPost ShellFilterPost SourceCmd SourcePost SourcePre SpellFileMissing StdinReadPost
  StdinReadPre SwapExists Syntax TabClosed TabEnter TabLeave TabNew TermChanged TermResponse TerminalOpen TerminalWinOpen
  TextChanged[I] TextChangedP TextYankPost User VimEnter VimLeave[Pre] VimResized WinEnter WinLeave WinNew abs acd acos add ai
  akm aleph allowrevins altkeymap ambiwidth ambw and anti[alias] append[bufline] arab[ic] arabicshape argc argidx arglistid
  argv ari arshape asin assert_beeps assert_equal[file] assert_exception assert_fails assert_false assert_inrange assert_match
  assert_notequal assert_notmatch assert_report assert_true atan[2] autochdir autoindent autoread autowrite[all] aw[a]
  background backspace backup[copy] backupdir backupext backupskip balloon_gettext balloon_show balloon_split balloondelay
  ballooneval[term] balloonexpr bdir bdlay belloff beval[term] bex[pr] bg bh bin[ary] bk[c] bomb breakat breakindent[opt]
  bri[opt] brk browsedir bs[dir] bsk bt bufadd bufexists bufhidden buflisted bufload[ed] bufname bufnr buftype bufwinid
  bufwinnr byte2line byteidx[comp] casemap ccv cdpath cedit ceil cfu ch[_canread] ch_close[_in] ch_evalexpr ch_evalraw
  ch_getbufnr ch_getjob ch_info ch_log[file] ch_open ch_read[blob] ch_readraw ch_sendexpr ch_sendraw ch_setoptions ch_status
  changenr char2nr charconvert ci[n] cindent cink[eys] cino[ptions] cinw[ords] clearmatches clipboard cm[dheight] cmdwinheight
  cmp cms cocu cole colorcolumn columns comments[tring] compatible complete[_add] complete_check complete_info completefunc
  completeopt completepopup completeslash concealcursor conceallevel copyindent cos[h] cot count cpo[ptions] cpp cpt crb
  cryptmethod cscope_connection cscopepathcomp cscopeprg cscopequickfix cscoperelative cscopetag[order] cscopeverbose csl cspc
  csprg csqf csre cst[o] csverb cuc cul[opt] cursor[bind] cursorcolumn cursorline[opt] cwh debugbreak deco deepcopy define
  delcombine deletebufline dex dg dict[ionary] did_filetype diff[_filler] diff_hlID diffexpr diffopt digraph dip directory dy
  ead[irection] eb echoraw ed[compatible] ef[m] ei ek emo[ji] empty enc[oding] endofline environ eol ep equalalways equalprg
  errorbells errorfile errorformat escape esckeys et eventhandler eventignore executable execute exepath exists expand[cmd]
  expandtab exrc extend fcl fcs fdc fde fdi fdl[s] fdm fdn fdo fdt feedkeys fen[c] fencs fex ff[s] fic fileencoding[s]
  fileformat[s] fileignorecase filereadable filewritable fillchars finddir findfile fixendofline fixeol fk[map] float2nr floor
  flp fml fmod fmr fnameescape fnamemodify foldclosed[end] foldcolumn foldenable foldexpr foldignore foldlevel[start]
  foldmarker foldmethod foldminlines foldnestmax foldtext[result] foreground formatexpr formatlistpat formatoptions formatprg
  fp fs[ync] ft funcref garbagecollect gcr gd[efault] get[bufinfo] getbufline getbufvar getchangelist getchar[mod]
  getcharsearch getcmdline getcmdpos getcmdtype getcmdwintype getcompletion getcurpos getcwd getenv getfontname getfperm
  getfsize getftime getftype getimstatus getjumplist getline getloclist getmatches getmousepos getpid getpos getqflist
  getreg[type] gettabinfo gettabvar gettabwinvar gettagstack getwininfo getwinpos[x] getwinposy getwinvar gfm gfn gfs gfw ghr
  glob[2regpat] globpath gp grepformat grepprg gtl gtt guicursor guifont[set] guifontwide guiheadroom guioptions guipty
  guitablabel guitabtooltip has[_key] haslocaldir hasmapto helpfile helpheight helplang hf hh hidden highlight histadd histdel
  histget histnr hk[map] hkmapp hkp hl[ID] hlexists hlg hls[earch] hostname ic[on] iconstring iconv ignorecase
  im[activatefunc] imactivatekey imaf imak imc[mdline] imd[isable] imi[nsert] ims[earch] imsf imst[atusfunc] imstyle inc[lude]
  includeexpr incsearch inde[nt] indentexpr indentkeys index indk inex inf[ercase] input[dialog] inputlist inputrestore
  inputsave inputsecret insert[mode] interrupt invacd invai invakm invallowrevins invaltkeymap invanti[alias] invar[ab]
  invarabic[shape] invari invarshape invautochdir invautoindent invautoread invautowrite[all] invaw[a] invbackup
  invballooneval[term] invbeval[term] invbin[ary] invbk invbl invbomb invbreakindent invbri invbuflisted invcf invci[n]
  invcindent invcompatible invconfirm invcopyindent invcp invcrb invcscoperelative invcscopetag invcscopeverbose invcsre
  invcst invcsverb invcuc invcul invcursorbind invcursorcolumn invcursorline invdeco invdelcombine invdg invdiff invdigraph
  invea inveb inved[compatible] invek invemo[ji] invendofline inveol invequalalways inverrorbells invert invesckeys invet
  invex[pandtab] invexrc invfen invfic invfileignorecase invfixendofline invfixeol invfk[map] invfoldenable invfs[ync]
  invgd[efault] invguipty invhid[den] invhk[map] invhkmapp invhkp invhls[earch] invic[on] invignorecase invim[c] invimcmdline
  invimd[isable] invincsearch invinf[ercase] invinsertmode invis invjoinspaces invjs invlangnoremap invlangremap invlazyredraw
  invlbr invlinebreak invlisp invlist invlnr invloadplugins invlpl invlrm invlz invma[catsui] invmagic invmh invml[e]
  invmod[eline] invmodelineexpr invmodifiable invmodified invmore invmousef[ocus] invmousehide invnu[mber] invodev
  invopendevice invpaste invpi invpreserveindent invpreviewwindow invprompt invpvw invreadonly invrelativenumber invremap
  invrestorescreen invrevins invri[ghtleft] invrl invrnu invro invrs invru[ler] invsb invsc[b] invscf invscrollbind
  invscrollfocus invscs invsecure invsft invshellslash invshelltemp invshiftround invshortname invshowcmd invshowfulltag
  invshowmatch invshowmode invsi invsm[artcase] invsmartindent invsmarttab invsmd invsn invsol invspell invsplitbelow
  invsplitright invspr invsr invssl invsta[rtofline] invstmp invswapfile invswf invta[gbsearch] invtagrelative invtagstack
  invtbi[di] invtbs invtermbidi invterse invtextauto invtextmode invtf invtgst invtildeop invtimeout invtitle invto[p] invtr
  invttimeout invttybuiltin invttyfast invtx invudf invundofile invvb invvisualbell invwa[rn] invwb invweirdinvert invwfh
  invwfw invwic invwildignorecase invwildmenu invwinfixheight invwinfixwidth invwiv invwmnu invwrap[scan] invwrite[any]
  invwritebackup invws isdirectory isf[name] isi[dent] isinf isk[eyword] islocked isnan isprint items job_getchannel job_info
  job_setoptions job_start job_status job_stop joinspaces js[_decode] js_encode json_decode json_encode key[map] keymodel keys
  keywordprg km[p] kp langmap langmenu langnoremap langremap laststatus lazyredraw lbr len libcall[nr] line[2byte] linebreak
  lines[pace] lisp[indent] lispwords list2str listchars listener_add listener_flush listener_remove lm[ap] lnr loadplugins
  localtime log[10] lpl lrm lsp luadll luaeval lz macatsui magic makeef makeencoding makeprg map[arg] mapcheck matchadd[pos]
  matcharg matchdelete matchend matchlist matchpairs matchstr[pos] matchtime max[combine] maxfuncdepth maxmapdepth
  maxmem[pattern] maxmemtot mco mef menc menuitems mfd mh min mis mkdir mkspellmem ml[e] mls mm[d] mmp mmt modeline[expr]
  modelines modifiable modified more mouse[f] mousefocus mousehide mousem[odel] mouses[hape] mouset[ime] mp[s] msm mzeval
  mzq[uantum] mzschemedll mzschemegcdll nextnonblank nf noacd noai noakm noallowrevins noaltkeymap noanti[alias] noar[ab]
  noarabic[shape] noari noarshape noautochdir noautoindent noautoread noautowrite[all] noaw[a] nobackup noballooneval[term]
  nobeval[term] nobin[ary] nobk nobl nobomb nobreakindent nobri nobuflisted nocf noci[n] nocindent nocompatible noconfirm
  nocopyindent nocp nocrb nocscoperelative nocscopetag nocscopeverbose nocsre nocst nocsverb nocuc nocul nocursorbind
  nocursorcolumn nocursorline nodeco nodelcombine nodg nodiff nodigraph noea noeb noed[compatible] noek noemo[ji] noendofline
  noeol noequalalways noerrorbells noesckeys noet noex[pandtab] noexrc nofen nofic nofileignorecase nofixendofline nofixeol
  nofk[map] nofoldenable nofs[ync] nogd[efault] noguipty nohid[den] nohk[map] nohkmapp nohkp nohls noic[on] noignorecase
  noim[c] noimcmdline noimd[isable] noincsearch noinf[ercase] noinsertmode nois nojoinspaces nojs nolangnoremap nolangremap
  nolazyredraw nolbr nolinebreak nolisp nolist nolnr noloadplugins nolpl nolrm nolz noma[catsui] nomagic nomh noml[e]
  nomod[eline] nomodelineexpr nomodifiable nomodified nomore nomousef[ocus] nomousehide nonu[mber] noodev noopendevice nopaste
  nopi nopreserveindent nopreviewwindow noprompt nopvw noreadonly norelativenumber noremap norestorescreen norevins
  nori[ghtleft] norl nornu noro nors noru[ler] nosb nosc[b] noscf noscrollbind noscrollfocus noscs nosecure nosft noshellslash
  noshelltemp noshiftround noshortname noshowcmd noshowfulltag noshowmatch noshowmode nosi nosm[artcase] nosmartindent
  nosmarttab nosmd nosn nosol nospell nosplitbelow nosplitright nospr nosr nossl nosta[rtofline] nostmp noswf nota[gbsearch]
  notagrelative notagstack notbi[di] notbs notermbidi noterse notextauto notextmode notf notgst notildeop notimeout notitle
  noto[p] notr nottimeout nottybuiltin nottyfast notx noudf noundofile novb novisualbell nowa[rn] nowb noweirdinvert nowfh
  nowfw nowic nowildignorecase nowildmenu nowinfixheight nowinfixwidth nowiv nowmnu nowrap[scan] nowrite[any] nowritebackup
  nows nr2char nrformats numberwidth nuw odev oft ofu omnifunc opendevice operatorfunc opfunc or osfiletype packpath
  para[graphs] paste[toggle] patchexpr patchmode path[shorten] pdev penc perldll perleval pex[pr] pfn ph[eader] pi pm[bcs]
  pmbfn popt popup_atcursor popup_beval popup_clear popup_close popup_create popup_dialog popup_filter_menu popup_filter_yesno
  popup_findinfo popup_findpreview popup_getoptions popup_getpos popup_hide popup_menu popup_move popup_notification
  popup_setoptions popup_settext popup_show pow preserveindent previewheight previewpopup previewwindow prevnonblank
  printdevice printencoding printexpr printf[ont] printheader printmbcharset printmbfont printoptions prompt[_setcallback]
  prompt_setinterrupt prompt_setprompt prop_add prop_clear prop_find prop_list prop_remove prop_type_add prop_type_change
  prop_type_delete prop_type_get prop_type_list pt pum_getpos pumheight pumvisible pumwidth pvh pvp pvw py3eval pyeval
  pythondll pythonhome pythonthreedll pythonthreehome pyxeval pyxversion qe quoteescape rand range rdt re[addir] readfile
  readonly redrawtime reg_executing reg_recording regexpengine relativenumber reltime[float] reltimestr remap remote_expr
  remote_foreground remote_peek remote_read remote_send remote_startserver remove rename renderoptions repeat report resolve
  restorescreen reverse revins rightleft[cmd] rl[c] rnu ro[p] round rs rtp rubydll rubyeval ruf ruler[format] runtimepath sbo
  scb scf screenattr screenchar[s] screencol screenpos screenrow screenstring scroll[bind] scrollfocus scrolljump scrolloff
  scrollopt search[decl] searchpair[pos] searchpos sect[ions] secure sel[ection] selectmode server2client serverlist
  sessionoptions setbufline setbufvar setcharsearch setcmdpos setenv setfperm setline setloclist setmatches setpos setqflist
  setreg settabvar settabwinvar settagstack setwinvar sft sha256 shcf shellcmdflag shellescape shellpipe shellquote shellredir
  shellslash shelltemp shelltype shellxescape shellxquote shiftround shiftwidth shm shortmess shortname showbreak showcmd
  showfulltag showmatch showmode showtabline shq sidescroll[off] sign_define sign_getdefined sign_getplaced sign_jump
  sign_place[list] sign_undefine sign_unplace[list] signcolumn simplify sinh siso sj slm smartcase smartindent smarttab smc
  smd softtabstop sol sound_clear sound_playevent sound_playfile sound_stop soundfold spc spell[badword] spellcapcheck
  spellfile spelllang spellsuggest spf spl[itbelow] splitright sps sqrt srand srr ss[l] ssop stal startofline state statusline
  stl stmp str2float str2list str2nr strcharpart strchars strdisplaywidth strftime strgetchar stridx string strlen strpart
  strptime strridx strtrans strwidth su[a] submatch substitute suffixes[add] swapfile swapinfo swapsync swb swf switchbuf sws
  sxe sxq synID[attr] synIDtrans synconcealed synmaxcol synstack syntax system[list] t_8b t_8f t_AB t_AF t_AL t_BD t_BE t_CS
  t_CV t_Ce t_Co t_Cs t_DL t_EC t_EI t_F1 t_F2 t_F3 t_F4 t_F5 t_F6 t_F7 t_F8 t_F9 t_GP t_IE t_IS t_K1 t_K3 t_K4 t_K5 t_K6 t_K7
  t_K8 t_K9 t_KA t_KB t_KC t_KD t_KE t_KF t_KG t_KH t_KI t_KJ t_KK t_KL t_PE t_PS t_RB t_RC t_RF t_RI t_RS t_RT t_RV t_Ri t_SC
  t_SH t_SI t_SR t_ST t_Sb t_Sf t_Si t_TE t_TI t_Te t_Ts t_VS t_WP t_WS t_ZH t_ZR t_al t_bc t_cd t_ce t_cl t_cm t_cs t_da t_db
  t_dl t_fs t_k1 t_k2 t_k3 t_k4 t_k5 t_k6 t_k7 t_k8 t_k9 t_kB t_kD t_kI t_kN t_kP t_kb t_kd t_ke t_kh t_kl t_kr t_ks t_ku t_le
  t_mb t_md t_me t_mr t_ms t_nd t_op t_se t_so t_sr t_te t_ti t_ts t_u7 t_ue t_us t_ut t_vb t_ve t_vi t_vs t_xn t_xs tabline
  tabpagebuflist tabpagemax tabpagenr tabpagewinnr tabstop tagbsearch tagcase tagfiles tagfunc taglength taglist tagrelative
  tagstack tal tan[h] tb[i] tbidi tbis tbs tcldll tempname tenc term[_dumpdiff] term_dumpload term_dumpwrite term_getaltscreen
  term_getansicolors term_getattr term_getcursor term_getjob term_getline term_getscrolled term_getsize term_getstatus
  term_gettitle term_gettty term_list term_scrape term_sendkeys term_setansicolors term_setapi term_setkill term_setrestore
  term_setsize term_start term_wait termbidi termencoding termguicolors termwinkey termwinscroll termwinsize termwintype terse
  test_alloc_fail test_autochdir test_feedinput test_garbagecollect_now test_garbagecollect_soon test_getvalue
  test_ignore_error test_null_blob test_null_channel test_null_dict test_null_job test_null_list test_null_partial
  test_null_string test_option_not_set test_override test_refcount test_scrollbar test_setmouse test_settime test_srand_seed
  test_unknown test_void textauto textmode textwidth tfu tgc tgst thesaurus tildeop timeout[len] timer_info timer_pause
  timer_start timer_stop[all] title[len] titleold titlestring tolower toolbar[iconsize] top toupper tpm trim trunc tsl tsr
  ttimeout[len] ttm tty[builtin] ttyfast ttym[ouse] ttyscroll ttytype tw[k] tws[l] twt tx type uc udf udir ul undodir undofile
  undolevels undoreload undotree uniq updatecount updatetime ur ut values varsofttabstop vartabstop vb[s] vdir verbosefile
  vfile viewdir viewoptions vif viminfo[file] virtcol virtualedit visualbell visualmode vop vsts vts wak warn wb wc[m] wcr wd
  weirdinvert wfh wfw whichwrap wi[c] wig wildchar[m] wildignore[case] wildmenu[mode] wildmode wildoptions wim win_execute
  win_findbuf win_getid win_gettype win_gotoid win_id2tabwin win_id2win win_screenpos win_splitmove win_type winaltkeys
  winbufnr wincol[or] window[sversion] winfixheight winfixwidth winheight winlayout winline winminheight winminwidth winnr
  winptydll winrestcmd winrestview winsaveview winwidth wiv wiw wm[h] wmnu wmw wop wordcount wrap[margin] wrapscan writeany
  writebackup writedelay writefile ws ww xor`;
