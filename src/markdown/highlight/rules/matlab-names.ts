/** Functions and classes of MATLAB and its toolboxes: those with one beginning are in brackets after it, `-` for the beginning alone. */
const names = `
  BeginInvoke COM CodeCompatibilityAnalysis ColorSpec Combine CombinedDatastore DelaunayTri EndInvoke Execute Feval FunctionTestCase
  Get(CharArray FullMatrix Variable WorkspaceData) GraphPlot Inf KeyValueDatastore KeyValueStore LineSpec Logical MException
  MaximizeCommandWindow MemoizedFunction MinimizeCommandWindow NET NaN NaT Put(CharArray FullMatrix WorkspaceData) Quit RandStream
  Remove RemoveAll Setting SettingsGroup TallDatastore Tiff TransformedDatastore TriRep TriScatteredInterp ValueIterator VideoReader
  VideoWriter abs accumarray aco(s sd sh t td th) acsc(- d h) actx(GetRunningServer control controllist controlselect server) add(-
  Cause Class Condition ConditionsFrom Constructor Correction Fields File FolderIncludingChildFiles Function Label Method Optional
  ParamValue Parameter Path Plugin Property Reference Required Shortcut ShutdownFile StartupFile Teardown ToolbarExplorationButtons
  boundary cats edge event listener multi node path points pref prop property sample sampletocollection todate ts vars) adjacency airy
  align alim all(- child owModelReferenceDiscreteSampleTimeInheritanceImpl) alpha(- Shape Spectrum Triangulation map) amd
  analyzeCodeCompatibility ancestor and angle animatedline annotation ans any app(designer end lyFixture) area array(2table 2timetable
  fun) ascii asec(- d h) asin(- d h) ass(ert ertAccessed ertCalled ertClass ertEmpty ertEqual ertError ertFail ertFalse ertGreaterThan
  ertGreaterThanOrEqual ertInstanceOf ertLength ertLessThan ertLessThanOrEqual ertMatches ertNotAccessed ertNotCalled ertNotEmpty
  ertNotEqual ertNotSameHandle ertNotSet ertNumElements ertReturnsTrue ertSameHandle ertSet ertSize ertSubstring ertThat ertTrue
  ertUsing ertWarning ertWarningFree ignOutputsWhen ignin umeAccessed umeCalled umeClass umeEmpty umeEqual umeError umeFail umeFalse
  umeGreaterThan umeGreaterThanOrEqual umeInstanceOf umeLength umeLessThan umeLessThanOrEqual umeMatches umeNotAccessed umeNotCalled
  umeNotEmpty umeNotEqual umeNotSameHandle umeNotSet umeNumElements umeReturnsTrue umeSameHandle umeSet umeSize umeSubstring umeThat
  umeTrue umeUsing umeWarning umeWarningFree) atan(- 2 2d d h) audio(devinfo info player read recorder write) autumn aviinfo axes axis
  axtoolbar axtoolbarbtn balance bandwidth bar(- 3 3h h yToCart ycentricToCartesian) base2dec batchStartupOptionUsed bctree beep bench
  bessel(h i j k y) bet(a ainc aincinv aln ween) bfsearch bic(g gstab gstabl onncomp) bin(2dec ary scatter) bit(and cmp get not or set
  shift xor) blanks blkdiag bone bound(ary aryFacets aryshape ingbox s) box break brighten brush bsxfun buil(d ddocsearchdb tin) bvp(4c
  5c get init set xtend) cal(days diff endar endarDuration lSoapService llib months quarters weeks years) cam(dolly eratoolbar light
  lookat orbit pan pos proj roll target up va zoom) cancel cancelled cart(2pol 2sph ToBary esianToBarycentric) cast cat(- egorical
  egories) caxis cd cdf(2rdf epoch info lib read write) ceil cell(- 2mat 2struct 2table disp fun plot str) centrality centroid cgs
  changeFields char check(code in out) cho(l lupdate ose) circ(shift umcenter umcenters) cla(- bel ss ssUnderlying ssdef) clc clear(-
  AllMemoizedCaches Cache MockHistory PersonalValue TemporaryValue points vars) clf clibRelease clipboard clo(ck ne se seFile sereq)
  cmopts cmpermute cmunique codeCompatibilityReport col(amd lapse on orbar orcube ordef ormap perm) com(bine et et3 pan pass plete plex
  pose puter) con(d deig densation dest eplot j ncomp tains tinue tour tour3 tourc tourf tourslice trast v v2 vert vertCharsToStrings
  vertContainedStringsToChars vertLike vertStringsToChars vertvars vexHull vhull vhulln vn) cool cop(per y yElement yHDU yTo yfile yobj)
  corrcoef cos(- d h pi) cot(- d h) count(- EachLabel cats) cov cplxpair cputime create(Category ClassFromWsdl File Img Label Mock
  SampleTime SharedTestFixture SoapMessage Tbl TestClassInstance TestMethodInstance) criticalAlpha cross csc(- d h) csvread csvwrite
  ctranspose cum(max min prod sum trapz) curl currentProject customverctrl cylinder daqread daspect dat(aTipInteraction aTipTextRow
  acursormode astore e enum eshift estr etick etime evec) day days dbclear dbcont dbdown dblquad dbmex dbquit dbst(ack atus ep op)
  dbtype dbup dde(23 get nsd sd set) deal deblank dec(2base 2bin 2hex ic omposition onv) defineArgument defineOutput deg2rad degree
  del(2 aunay aunayTriangulation aunayn egateTo ete eteCol eteFile eteHDU eteKey eteRecord eteRows eteproperty event
  imitedTextImportOptions sample samplefromcollection) demo det(- ails ectImportOptions rend) deval dfsearch dia(g gnose log ry) diff
  diffuse digraph dir dis(ableDefaultInteractivity cretize p play playEmptyObject playNonScalarObject playScalarHandleToDeletedObject
  playScalarObject sect tances) dither divergence dlmread dlmwrite dmperm doc docsearch done dos dot double dra(g grect wnow) dsearchn
  duration dynamicprops echo echodemo edge(Attachments count s) edit eig eigs ellip(j ke soid) empty enable(DefaultInteractivity
  NETfromNetworkDrive service) end endsWith enumeration eomday eps eq equilibrate erase eraseBetween erf(- c cinv cx inv) error(- bar
  dlg) etime etree etreeplot eval(- c in) eventlisteners events exceltime exist exit exp(- and ectedContentLength int m m1 ort ort2wsdlg
  ortsetupdlg) extract(After Before Between) eye ezcontour ezcontourf ezmesh ezmeshc ezp(lot lot3 olar) ezsurf ezsurfc fac(eNormal
  eNormals tor torial) false fatalAssert(Accessed Called Class Empty Equal Error Fail False GreaterThan GreaterThanOrEqual InstanceOf
  Length LessThan LessThanOrEqual Matches NotAccessed NotCalled NotEmpty NotEqual NotSameHandle NotSet NumElements ReturnsTrue
  SameHandle Set Size Substring That True Using Warning WarningFree) fclose fcontour feather featureEdges feof ferror feval fewerbins
  fft(- 2 n shift w) fgetl fgets fieldnames figure figurepalette fil(eDatastore eMode eName eattrib emarker eparts eread esep l l3
  lmissing loutliers ter ter2) fimplicit fimplicit3 find(- Category Event File Label all edge figs groups node obj prop str) finish
  fits(disp info read write) fix fixedWidthImportOptions flag fli(ntmax p pdim pedge plr pud) floor flow fmesh fminbnd fminsearch fopen
  for format fplot fplot3 fprintf frame2im fre(ad eBoundary qspace wind) fscanf fseek fsurf ftell ftp full fullfile fun(c2str ction
  ctions ctiontests m) fwrite fzero gallery gamma(- inc incinv ln) gather gca gcbf gcbo gcd gcf gcmr gco ge genpath genvarname geo(axes
  basemap bubble densityplot limits plot scatter tickformat) get(- AColParms BColParms Class ColName ColType ConstantValue CurrentTime
  Data DiagnosticFor DiscreteStateImpl DiscreteStateSpecificationImpl EqColType Fields FileFormats Footer GlobalNamesImpl HDUnum HDUtype
  HdrSpace Header HeaderImpl IconImpl ImgSize ImgType ImpulseResponseLengthImpl InputDimensionConstraintImpl Location MockHistory
  NegativeDiagnosticFor NumCols NumHDUs NumInputs NumInputsImpl NumOutputs NumOutputsImpl NumRows OpenFiles OutputDataTypeImpl
  OutputDimensionConstraintImpl OutputSizeImpl Parameter PostActValString PostConditionString PostDescriptionString PostExpValString
  PreDescriptionString Profiles PropertyGroups PropertyGroupsImpl ReasonPhrase Report SampleTime SampleTimeImpl SharedTestFixtures
  SimulateUsingImpl SimulinkFunctionNamesImpl TimeStr Version abstime appdata audiodata datasamples datasamplesize disp env field frame
  interpmethod next pixelposition player points pref qualitydesc samples sampleusingtime timeseriesnames tsafteratevent tsafterevent
  tsatevent tsbeforeatevent tsbeforeevent tsbetweenevents varopts) ginput global gmres gobjects gplot gra(bcode dient ph y ymon) grid(-
  data datan dedInterpolant) gro(ot upcounts upsummary uptransform) gsvd gt gtext gui(data de handles) gunzip gzip h5create h5disp
  h5info h5read h5readatt h5write h5writeatt hadamard handle hankel has(FactoryValue Frame PersonalValue TemporaryValue data file next)
  hdf(5info 5read 5write an df24 dfr8 h hd he hx info ml pt read tool v vf vh vs) head heatmap height help(- browser desk dlg win) hess
  hex2dec hex2num hgexport hggroup hgload hgsave hgtransform hidden highlight hilb hist(- c counts counts2 ogram ogram2) hms hold holes
  home horzcat hot hour hours hover hsv hsv2rgb hypot ichol idealfilter idivide ifft(- 2 n shift) ilu im2(double frame java) ima(g ge
  geDatastore gesc pprox) imfinfo imformats imgCompress import importdata imread imresize imshow imtile imwrite inOutStatus inShape
  inc(enter enters idence) ind(2rgb 2sub egree) inedges info infoImpl initialize initializeDatastore inline inmem inner2outer innerjoin
  inp(olygon ut utParser utdlg utname) insert(ATbl After BTbl Before Col Img Rows) ins(pect trcallback trfind trfindall) int(16 2str 32
  64 8 egral egral2 egral3 erp1 erp1q erp2 erp3 erpft erpn erpstreamspeed ersect max min) inv(- hilb oke) ipermute iqr isCo(mpatible
  mpressedImg nnected) isD(iscreteStateSpecificationMutableImpl one oneImpl) isEdge isI(llConditioned nactivePropertyImpl
  nputComplexityMutableImpl nputDataTypeMutableImpl nputDirectFeedthroughImpl nputSizeLockedImpl nputSizeMutableImpl nterior) isKey
  isLoaded isLocked isNull isOutputComplexImpl isOutputFixedSizeImpl isStringScalar isTunablePropertyDataTypeMutableImpl isa(-
  Underlying ppdata) isbanded isbetween isc(alendarduration ategorical ategory ell ellstr hange har olumn om) isd(ag atetime iag ir st
  uration) ise(mpty num qual qualn qualwithequalnans vent) isf(ield ile inite loat older ullfile) isgraphics ish(andle ermitian ghandle
  old ole) isi(nf nteger nterface nterior somorphic) isjava iskeyword isl(etter ocalmax ocalmin ogical) ism(ac atrix ember embertol
  ethod issing ultigraph) isn(an at umeric) iso(bject caps colors morphism normals rdinal surface utlier) isp(c laying ref rime rop
  rotected) isr(eal ecording egular ow) iss(calar implified orted ortedrows pace parse tr tring trprop truct tudent ymmetric) ist(able
  all imetable ril riu) isundefined isunix isv(alid arname ector) isweekend java(Array Method MethodEDT Object ObjectEDT addpath chk
  classpath rmpath) jet join jsondecode jsonencode juliandate keepMeasuring keyboard keys kron labeledge labelnode lag laplacian
  last(err error warn) layout lcm ldivide ldl le legend legendre length lib(functions functionsview isloaded pointer struct) license
  light(- angle ing) lin(2mu e es kaxes kdata kprop solve space) list(ModifiedFiles RequiredFiles dlg ener fonts) load(- ObjectImpl
  library obj) localfunctions log(- 10 1p 2 ical log m space) lookfor lower ls lscov lsq(minnorm nonneg r) lt lu magic makehgtform
  mapreduce mapreducer mat(2cell 2str chpairs erial file lab labrc labroot) max(- NumCompThreads flow k partitions) mean median
  mem(mapfile oize ory) menu mergecats mergevars mesh(- c grid z) met(aclass hods hodsview) mex(- ext host) mfilename mget milliseconds
  min(- k res spantree us ute utes) mislocked missing mkdir mkpp mldivide mlint mlintrpt mlock mmfileinfo mod mode month more morebins
  mov(AbsHDU NamHDU RelHDU e efile egui evars ie mad max mean median min prod std sum var) mpower mput mrdivide msgbox mtimes mu2lin
  multibandread multibandwrite munlock mustBe(Finite GreaterThan GreaterThanOrEqual Integer LessThan LessThanOrEqual Member Negative
  NonNan Nonempty Nonnegative Nonpositive Nonsparse Nonzero Numeric NumericOrLogical Positive Real) namelengthmax narg(chk in inchk out
  outchk) native2unicode nccreate ncdisp nchoosek ncinfo ncread ncreadatt ncwrite(- att schema) ndgrid ndims ne nearest(- Neighbor
  vertex) neighbors newline newplot nextfile nextpow2 nnz nonzeros norm(- alize est) not(- ebook ify) now nsidedpoly nthroot null
  num(2cell 2hex 2ruler 2str ArgumentsFromSubscript Regions boundaries edges el nodes partitions sides) nzmax ode(113 15i 15s 23 23s 23t
  23tb 45 get set xtend) onCleanup onFailure ones open(- DiskFile File Project fig gl var) optimget optimset or ord(eig erfields qz
  schur) orient orth out(degree edges erjoin putImpl) overlaps pack pad padecoef pagesetupdlg pan panInteraction par(allelplot eto for
  quetDatastore quetinfo quetread quetwrite se seSoapResponse tition ula) pascal pat(ch h h2rc hsep htool) pause pbaspect pcg pchip
  pcode pcolor pdepe pdeval peaks per(imeter l ms mute sistent) pi pie pie3 pink pinv pla(nerot y yblocking) plot(- 3 browser edit
  matrix tools yy) plus pointLocation pol(2cart ar araxes arhistogram arplot arscatter y yarea ybuffer yder yeig yfit yint yshape yval
  yvalm) posixtime pow2 power ppval pre(decessors fdir ferences ferredBufferSize ss view) pri(mes nt ntdlg ntopt ntpreview sm)
  pro(cessInputSpecificationChangeImpl cessTunedPropertiesImpl d file fsave gress pagatedInputComplexity pagatedInputDataType
  pagatedInputFixedSize pagatedInputSize pedit perties pertyeditor) psi publish putData pwd pyargs pyversion qmr qr qrdelete qrinsert
  qrupdate quad(- 2d gk l v) quarter questdlg qui(t ver ver3) qz rad2deg ran(d di dn dperm k) rat rats rbbox rcond rdivide read(-
  ATblHdr BTblHdr Card Col Frame Img Key KeyCmplx KeyDbl KeyLongLong KeyLongStr KeyUnit Record all async cell image matrix table
  timetable vars) real(- log max min pow sqrt) rec(ord ordblocking tangle tint ycle) reducepatch reducevolume refresh(- SourceControl
  data) reg(exp expi exprep exptranslate ionZoomInteraction ions isterevent matlabserver) rehash rel(ationaloperators ease easeImpl oad)
  rem(- ove oveCategory oveFields oveFile oveLabel oveParameter ovePath oveReference oveShortcut oveShutdownFile oveStartupFile
  oveToolbarExplorationButtons ovecats ovets ovevars) ren(ame amecats dererinfo) reordercats reordernodes rep(eat elem lace laceBetween
  laceFields mat ortFinalizedResult) res(ample cale et etImpl hape idue olve tartable toredefaultpath ult ume) ret(hrow ime urn
  urnStoredValueWhen) reusable reverse rgb(2gray 2hsv 2ind plot) ribbon rlim rmappdata rmboundary rmdir rmedge rmfield rmholes rmmissing
  rmnode rmoutliers rmp(ath ref rop) rmslivers rng roots rose rosser rot(90 ate ate3d ateInteraction) round rowfun rows2vars rref
  rsf2csf rtick(angle format labels s) ruler2num rulerPanInteraction run(- InParallel Test TestClass TestMethod TestSuite perf tests)
  sampleSummary samplefun satisfiedBy save(- ObjectImpl as fig obj path) sca(le tter tter3 tteredInterpolant tterhistogram) schur scroll
  sec(- d h ond onds) seek select(Failed If Incomplete Logged Passed moveresize) semilogx semilogy send sendmail serial(- break list)
  set(- Bscale CompressionType HCompScale HCompSmooth Parameter Properties TileDim ToValue Tscale abstime appdata cats datatype diff
  disp env field interpmethod pixelposition pref str timeseriesnames tings uniformtime up upImpl upSharedTestFixture upTestClass
  upTestMethod varopts vartype xor) sgtitle shading sheetnames shg shiftdim sho(rtestpath rtestpathtree w wFiSettingsImpl
  wSimulateUsingImpl wplottool) shrinkfaces shuffle sign simplify sin(- d gle h pi) size slice smooth3 smoothdata snapnow sort(-
  ByFixtures boundaries regions rows x y) sound soundsc spa(lloc rse ugment) spconvert spdiags specular speye spfun sph2cart sphere
  spinmap spli(ne t tEachLabel tapply tlines tvars) spones spparms spr(and andn andsym ank eadsheetDatastore eadsheetImportOptions ing
  intf) spy sqrt sqrtm squeeze ss2tf sscanf sta(ck ckedplot irs ndardizeMissing rt rtMeasuring rtat rtsWith rtup ts) std ste(m m3 p
  pImpl) stlread stlwrite sto(p pMeasuring pasync reValueWhen) str(2double 2func 2mat 2num cat cmp cmpi eam2 eam3 eamline eamparticles
  eamribbon eamslice eamtube find ing ings ip join just length match ncmp ncmpi read rep split tok trim uct uct2cell uct2table uctfun
  vcat) sub(2ind graph plot sasgn set sindex space sref struct tract volume) successors sum(- mary mer) sup(erclasses port
  portPackageInstaller ports portsMultipleInstanceImpl) surf(- 2patch ace aceArea c l norm) svd svds swapbytes sylvester sym(amd bfact
  mlq rcm var) synchronize syntax system table(- 2array 2cell 2struct 2timetable) tabularTextDatastore tail tall tallrng tan(- d h) tar
  tcpclient teardown(- SharedTestFixture TestClass TestMethod) tempdir tempname testsuite tetramesh tex(label t tread tscan twrap) tfqmr
  the(n talim tatickformat taticklabels taticks) thingSpeakRead thingSpeakWrite throw(- AsCaller ExceptionWhen) tic time(- it ofday r
  range rfind rfindall s series table table2table zones) title toc todatenum toeplitz toolboxdir topkrows toposort tra(ce nsclosure
  nsform nslate nspose nsreduction pz) treelayout treeplot tri(angulation l mesh plequad plot surf u) true tscollection tsearchn
  turningdist type typecast tzoffset uialert uiaxes uibutton uibuttongroup uic(heckbox onfirm ontextmenu ontrol) uidatepicker uidropdown
  uieditfield uifigure uig(auge etdir etfile etpref ridlayout) uiimage uiimport uiknob uil(abel amp istbox) uimenu uint(16 32 64 8)
  uiopen uip(anel rogressdlg ushtool utfile) uiradiobutton uiresume uis(ave etcolor etfont etpref lider pinner tack witch) uit(ab
  abgroup able extarea ogglebutton oggletool oolbar ree reenode) uiwait uminus underlyingValue undocheckout uni(code2native on que
  quetol x) unloadlibrary unmesh unmkpp unregisterallevents unregisterevent unstack untar unwrap unzip updateDependencies updateImpl
  upgradePreviouslyInstalledSupportPackages uplus upper urlread urlwrite usejava userpath validate(- FunctionSignaturesJSON InputsImpl
  PropertiesImpl attributes string) values vander var(- argin argout fun type) vecnorm vectorize ver(- LessThan ctrl ifyAccessed
  ifyCalled ifyClass ifyEmpty ifyEqual ifyError ifyFail ifyFalse ifyGreaterThan ifyGreaterThanOrEqual ifyInstanceOf ifyLength
  ifyLessThan ifyLessThanOrEqual ifyMatches ifyNotAccessed ifyNotCalled ifyNotEmpty ifyNotEqual ifyNotSameHandle ifyNotSet
  ifyNumElements ifyReturnsTrue ifySameHandle ifySet ifySize ifySubstring ifyThat ifyTrue ifyUsing ifyWarning ifyWarningFree sion tcat
  texAttachments texNormal) view viewmtx visdiff volume volumebounds voronoi(- Diagram n) wait(- bar for forbuttonpress) warndlg warning
  waterfall web(- options read save write) week weekday what whatsnew when whi(ch le tebg) who whos width wilkinson win(open queryreg
  ter) with(AnyInputs ExactInputs Nargout tol) wordcloud write(- Checksum Col Comment Date History Img Key KeyUnit Video cell matrix
  table timetable) xcorr xcov xlabel xlim xline xls(finfo read write) xmlread xmlwrite xor xslt xtick(angle format labels s) year years
  ylabel ylim yline ymd ytick(angle format labels s) yyaxis yyyymmdd zeros zip zlabel zlim zoom zoomInteraction ztick(angle format
  labels s)
`;

function readNames(): ReadonlySet<string> {
  const all = new Set<string>();
  for (const [, start, ends] of names.matchAll(/(\w+)(?:\(([^)]*)\))?/g)) {
    for (const end of ends?.split(/\s+/) ?? ['-']) all.add(end === '-' ? start! : start! + end);
  }
  return all;
}

let known: ReadonlySet<string> | undefined;

/** Whether MATLAB has a function or class of that name. */
export function isMatlabName(name: string): boolean {
  known ??= readNames();
  return known.has(name);
}
