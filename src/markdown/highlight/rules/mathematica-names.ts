/** What Mathematica has built in, as `expandNames` reads it. */
export const mathematicaNames = `
  A(ASTriangle PIFunction R(CHProcess IMAProcess MAProcess Process) SATriangle b(elianGroup ort(- Kernels Protect) ove s sArg(-
  Plot) solute(Correlation(- Function) CurrentValue Dashing FileName Options PointSize Thickness Tim(e ing))) c(c(eptanceThreshold
  ountingForm umulate uracy(- Goal)) ti(onMenu vate ve(Classification(- Object) Prediction(- Object) Style)) yclicGraphQ) d(d(Sides
  To ToSearchIndex Users) jacen(cy(Graph List Matrix) tMeshCells) just(TimeSeriesForecast mentBox(- Options))
  ministrativeDivisionData) ffine(HalfSpace Space StateSpaceModel Transform) fter ggregat(edEntityClass ionLayer) ir(PressureData
  TemperatureData craftData portData yAi(- Prime Zero) yBi(- Prime Zero)) l(gebraic(IntegerQ Number(- Denominator Norm Polynomial
  Trace) UnitQ s) ignment(- Point) l lTrue low(GroupClose InlineCells LooseGrammar ReverseGroupClose VersionUpdate
  ed(Cloud(ExtraParameters ParameterExtensions) Dimensions FrequencyRange Heads)) pha(Channel bet(- ic(Order Sort)))
  ternati(ng(Factorial Group) ve(Hypothesis s)) titudeMethod) mbiguity(Function List) n(atomy(Data Plot3D SkinStyle Styling)
  choredSearch d dersonDarlingTest g(erJ le(Bisector Bracket Path(- 3D) Vector) ularGauge) imat(e ion(Direction R(ate epetitions
  un(Time ning)) TimeIndex) or) n(otat(e ion(- Delete Keys Rules Value)) uity(- Due) ulus) omalyDetect(ion or orFunction) onymous
  ti(aliasing hermitianMatrixQ symmetric(- MatrixQ)) tonyms y(Order Subset True)) part(- SquareFree) pp(e(arance(- Elements Rules)
  llF1 nd(- Layer To)) ly lySides) r(c(C(o(s sh t th) sc sch urvature) Length S(ec ech in(- Distribution h)) Tan(- h)) ea g gMax
  gMin ithmeticGeometricMean ound(- Replace) r(ay(- Components Depth Filter Flatten Mesh Pad Plot Q Res(ample hape) Rules s) ow
  owheads)) s(k(- Append Confirm Display Function State TemplateDisplay ed(Q Value)) pectRatio s(ert ociat(eTo ion(- Format Map Q
  Thread)) um(eDeterministic ing ptions)) ymptotic(- DSolveValue Equ(al ivalent) Greater(- Equal) Integrate Less(- Equal)
  OutputTracker Product RSolveValue Solve Sum) ynchronous) t(om(- Co(ordinates unt) DiagramCoordinates List Q) tentionLayer
  tributes) u(dio(- Amplify Annotat(e ionLookup) BlockMap Capture Channel(Assignment Combine Mix Separate s) D(ata el(ay ete)
  istance) Encoding Fade FrequencyShift Generator Identify In(putDevice sert stanceQ tervals) Join L(abel ength ocalMeasurements
  oudness) Measurements Normalize OutputDevice Overlay P(a(d n rtition use) itchShift lay lot) Q Re(cord place sample ver(b se))
  S(ampleRate pectral(Map Transformation) plit top tream(- s)) T(imeStretch racks rim ype)) gmented(Polyhedron SymmetricPolynomial)
  thentication(- Dialog) to(Action Copy Delete Indent ItalicWords MultiplicationSymbol Re(freshed move) S(croll pacing ubmitting)
  co(mplet(e ionFunction) rrelationTest) matic runSequencing)) x(es(- Edge Label Origin Style) iomaticTheory is)) B(Spline(Basis
  Curve Function Surface) a(byMonsterGroupB ck(- ground slash ward) ll nd(- passFilter stopFilter) r(Chart(- 3D) Legend Origin
  Spacing abasiAlbertGraphDistribution code(Image Recognize) inghausHenzeTest lowProschanImportance nesG tlett(HannWindow Window))
  se(Decode Encode Form Style line(- Position)) sicRecurrentLayer t(ch(NormalizationLayer Size) esDistribution tleLemarieWavelet)
  yesianM(aximization(- Object) inimization(- Object))) e(cause ckmannDistribution ep fore gin(- DialogPacket Package) l(lB lY ow)
  n(fordDistribution iniDistribution ktander(GibratDistribution WeibullDistribution)) rn(oulli(B Distribution GraphDistribution
  Process) steinBasis) ssel(FilterModel I J JZero K Y YZero) ta(- BinomialDistribution Distribution NegativeBinomialDistribution
  PrimeDistribution Regularized) tween(- nessCentrality) veledPolyhedron zier(Curve Function)) i(lateralFilter n(Counts Lists
  ar(ize y(Deserialize Distance Format ImageQ Read(- List) Serialize Write)) omial(- Distribution Process) ormalDistribution)
  orthogonalSplineWavelet partiteGraphQ quadraticFilterModel rnbaum(Importance SaundersDistribution) t(And Clear Get Length Not Or
  Set Shift(Left Right) Xor) weight(Location Midvariance)) l(a(ck ckman(HarrisWindow NuttallWindow Window) nk(- NullSequence
  Sequence)) end ock(- Map Random chain(AddressData Base BlockData ContractValue Data Get KeyEncode Put TokenData Transaction(-
  Data Sign Submit))) omqvistBeta(- Test) ue ur) o(dePlot hmanWindow ld nd(- Count List Q) o(kmarks le lean(Co(nsecutiveFunction
  nvert untingFunction) Function Graph Maxterms Min(imize terms) Q Region Strings Table Variables s)) rderDimensions
  relTannerDistribution ttom(- HatTransform) und(ary(Discretize(Graphics Region) Mesh(- Region(- Q)) Style) edRegionQ ingRegion)
  x(Data Matrix Object Ratios Style WhiskerChart ed es)) r(acketingBar ayCurtisDistance ea(dthFirstScan k) idgeData
  ightnessEqualize oadcastStationData own(- ForsytheTest ianBridgeProcess)) u(bble(Chart(- 3D) Scale Sizes) ildingData lletGauge
  sinessDayQ tt(er(flyGraph worthFilterModel) on(- B(ar ox oxOptions) Data Function MinHeight Notebook Source))) yte(- Array(-
  Format Q ToString) Count Ordering)) C(- DF(- Deploy Wavelet) Form MYKColor TCLossLayer a(chePersistence l(endar(Convert Data
  Type) lPacket lout(- Marker Style)) n(berraDistance cel(- Button) dlestickChart onical(Graph Name Warping(Correspondence
  Distance) izePoly(gon hedron)) tor(Mesh Staircase)) p(- Form ital(DifferentialD ize) suleShape tureRunning) rlemanLinearize
  rmichaelLambda s(e(Ordering Sensitive s) hflow oratian) t(alan(- Number) ch egoricalDistribution enate(- Layer))
  uchy(Distribution Window) yleyGraph) e(iling lestialSystem ll(- AutoOverwrite Baseline BracketOptions ChangeTimes Context Dingbat
  DynamicExpression E(ditDuplicate pilog valuation(Duplicate Function) ventActions) Frame(- Color Label(Margins s) Margins) Group(-
  Data ing) ID Label(- AutoDelete Style) Margins Object Open Pr(int olog) Style Tags s ularAutomaton) n(sor(edDistribution ing)
  ter(- Array Dot) tral(Feature Moment(- GeneratingFunction))) pstr(ogram(- Array) umArray)) h(a(mpernowneNumber nVeseBinarize
  nnel(Base BrokerAction HistoryLength Listen(- er ers) Object ReceiverFunction Send Subscribers) racter(- Counts Encoding Name
  Normalize Range istic(Function Polynomial) s) rt(BaseStyle Element(Function s) L(abels ayout egends) Style))
  e(byshev(1FilterModel 2FilterModel T U) ck(- Abort box(- Bar)) micalData ssboardDistance) i(Distribution SquareDistribution
  neseRemainder) o(ice(Buttons Dialog) leskyDecomposition p) romatic(Polynomial ityPlot(- 3D))) irc(le(- Dot Minus Plus Points
  Through Times) ula(ntGraph r(OrthogonalMatrixDistribution QuaternionMatrixDistribution RealMatrixDistribution
  SymplecticMatrixDistribution UnitaryMatrixDistribution)) umsphere) ityData l(ass(Priors if(ier(Function Measurements(- Object))
  y)) ear(- All Attributes Cookies Permissions SystemCache) ebschGordan ickPane ip(- Planes(- Style) Range pingStyle) o(ck ckGauge
  s(e eKernels enessCentrality ing) ud(AccountData Base Connect D(eploy irectory isconnect) Evaluate Exp(ort ression(- s)) Function
  Get Import LoggingData Object(- NameFormat URLType s) Pu(blish t) RenderingMethod S(ave hare ubmit ymbol) Unshare))
  uster(Classify DissimilarityFunction ing(Components Tree))) o(deAssistOptions efficient(- Arrays List Rules) ifletWavelet l(lect
  on or(Balance Co(mbine nvert verage) D(ata(- Function) etect istance) Function(- Scaling) Negate ProfileData Q Quantize Replace
  Rules S(eparate etter lider pace) ToneMapping ize sNear) umn(- Alignments Lines Spacings Widths sEqual)) m(bine(dEntityClass
  rFunction) etData mon(Name Units est(- Filter)) munity(BoundaryStyle GraphPlot Labels RegionStyle) p(anyData atibleUnitQ
  il(ation(Options Target) e(- d dCodeFunction dFunction rOptions)) le(ment(- edEntityClass) te(Graph(- Q) KaryTree) x(-
  ContourPlot Expand Infinity ListPlot Plot(- 3D) RegionPlot StreamPlot VectorPlot es ityFunction)) o(nentMeasurements s(eList
  eSeries it(eQ ion)) und(Element Expression Poisson(Distribution Process) RenewalProcess)) ress(- ionLevel) uteUncertainty))
  n(dition(- alExpression ed) e fidence(Level Range Transform) form(Audio Images) gruent ic(HullRegion Optimization) ju(gate(-
  Transpose) nction) ne(ct(LibraryCallbackFunction SystemModelComponents ed(Components Graph(Components Q) MeshComponents
  Molecule(Components Q)) ionSettings) sWindow) overTest st(ant(- Array(- Layer) Image PlusLayer RegionQ TimesLayer s) ellationData
  ruct) t(ain(ing s(All Any Exactly None Only)) ent(FieldOptions LocationFunction Object Padding Selectable Size) ext(- ToFileName
  s) inu(e edFraction(- K) ous(Action MarkovProcess Task TimeModelQ Wavelet(Data Transform))) our(Detect Labels Plot(- 3D) Shading
  Style s) r(aharmonicMean astiveLossLayer ol(- Active Placement Type lab(ility(Gramian Matrix) le(Decomposition ModelQ))
  ler(Information Linking Manipulate Method Path State) sRendering))) ve(rgents rsionRules xHullMesh xPoly(gonQ hedronQ))
  vol(utionLayer ve) wayGroupCo(1 2 3)) okieFunction ordinate(Bound(ingBox(- Array) s sArray) ChartData Transform(- Data)
  sToolOptions) p(rimeQ roduct ulaDistribution y(Databin Directory File ToClipboard able)) rner(Filter Neighbors) rrelation(-
  Distance Function Test) s(- Integral h hIntegral ine(Distance Window)) t th unt(- Distinct(- By) Roots ryData s sBy) variance(-
  EstimatorFunction Function) x(IngersollRossProcess Model(- Fit) ianDistribution)) r(amerVonMisesTest eate(Archive C(ellID hannel
  loudExpression) D(ata(Structure SystemModel bin) ialog irectory ocument) File IntermediateDirectories ManagedLibraryExpression
  Notebook P(acletArchive alette ermissionsGroup) SearchIndex SystemModel UUID Window) it(erionFunction ical(Section
  ity(FailureImportance SuccessImportance))) oss(- EntropyLossLayer Matrix ing(Count Detect Polygon))) sc sch u(b(e eRoot ics oid)
  mulant(- GeneratingFunction) p pCap r(l ren(cyConvert t(Date Image NotebookImage ScreenImage Value)) ryApplied vatureFlowFilter
  veClosed)) y(an cl(e(Graph IndexPolynomial s) icGroup otomic) lind(er ricalDecomposition))) D(- Eigen(system values)
  GaussianWavelet MS(List String) Solve(- Value) a(gumDistribution mData merauLevenshteinDistance rker sh(ed ing) ta(Distribution
  Range Reversed Structure(- Q) base(Connect Disconnect Reference) bin(- Add Remove Upload s) set) te(Bounds Difference Format
  Function Histogram Interval List(- LogPlot Plot StepPlot) Object(- Q) OverlapsQ Pattern Plus Range Reduction String TicksFormat
  Value WithinQ d dUnit) ubechiesWavelet visDistribution wsonF y(Count(- Convention) Hemisphere MatchQ Name NightTerminator Plus
  Range Round lightQ)) e(Bruijn(Graph Sequence) c(apitalize imalForm larePackage ompose onvolutionLayer rement rypt(- File))
  dekindEta epSpaceProbeData f(ault(- AxesStyle B(aseStyle oxStyle utton) Du(plicateCellStyle ration) Element F(aceGridsStyle
  ieldHintStyle rame(Style TicksStyle)) GridLinesStyle LabelStyle MenuStyle NaturalLanguage NewCellStyle Options PrintPrecision
  TicksStyle TooltipStyle) er in(e(InputStreamMethod OutputStreamMethod ResourceFunction) ition)) gree(- Centrality
  GraphDistribution) initialization l(- aunayMesh ayed et(able e(- Anomalies BorderComponents C(ases hannel loudExpression ontents)
  Directory Duplicates(- By) File Missing Object PermissionsKey S(earchIndex mallComponents topwords))) imite(dSequence r
  rFlashTime rs) iveryFunction) n(drogram ominator sity(Histogram Plot(- 3D))) p(endentVariables loy(- ed) th thFirstScan)
  riv(ative(- Filter) edKey) scriptorStateSpace signMatrix t vice(Close Configure Execute(- Asynchronous) Object Open Read(- Buffer
  Latest List TimeSeries) Streams Write(- Buffer) s)) i(a(gonal(- Matrix(- Q) izableMatrixQ) log(- Input Notebook Prolog Return
  Symbols) mond(- Matrix)) ceDissimilarity ctionary(Lookup WordQ) fferen(ce(Delta Quotient Root(- Reduce) s) tia(lD lRoot(- Reduce)
  torFilter)) git(Block Character Count Q alSignature) hedral(Angle Group) lation mension(Reduc(e erFunction tion) al(Combinations
  MeshComponents) s) r(ac(Comb Delta) ect(ed(Edge(- s) Graph(- Q) Infinity) ion ive ory(- Name Q Stack)) ichlet(Beta Character
  Con(dition volve) Distribution Eta L Lambda Transform Window)) s(ableFormatting cr(et(e(Asymptotic ChirpZTransform Convolve Delta
  HadamardTransform Indicator L(QEstimatorGains QRegulatorGains imit yapunovSolve) M(arkovProcess axLimit inLimit) Plot(- 3D) Ratio
  RiccatiSolve Shift TimeModelQ UniformDistribution Variables Wavelet(Data PacketTransform Transform)) ize(Graphics Region))
  iminant) jointQ junction k kMatrix kSegment p(atch ersionEstimatorFunction lay(AllSteps EndPacket Form Function Packet))
  tance(Function Matrix Transform) tribut(e(- Definitions d dContexts) ion(Chart FitTest Parameter(Assumptions Q)))) thering v
  vi(de(- By Sides rs) sible sor(Sigma Sum s))) o(- ckedCells cument(Generator(- Information s) Notebook WeightingRules) decahedron
  minantColors t(- Dashed Equal Layer ted) uble(BracketingBar DownArrow Left(Arrow RightArrow Tee) Long(Left(Arrow RightArrow)
  RightArrow) Right(Arrow Tee) Up(Arrow DownArrow) VerticalBar) wn(Arrow(- Bar UpArrow) Left(RightVector TeeVector Vector(- Bar))
  Right(TeeVector Vector(- Bar)) Tee(- Arrow) Values sample)) rop(- outLayer) t u(al(Polyhedron SystemsModel) mpSave plicateFreeQ
  ration) ynamic(- EvaluationTimeout GeoGraphics Image Module(- Values) Setting Updating Wrapper)) E(- arth(ImpactData quakeData)
  c(centricityCentrality ho hoFunction lipseType) dge(Add BetweennessCentrality C(apacity o(nnectivity ntract st unt verQ)
  ycleMatrix) De(lete tect) Form Index Label(Style s) List Q Rules ShapeFunction Style Tag(gedGraph(- Q) s) Weight(- edGraphQ))
  dit(Distance able) ffectiveInterest igen(system values vector(Centrality s)) l(ement(- Data wiseLayer) idedForms iminate lip(soid
  tic(E Exp ExpPrime F FilterModel K Log NomeQ Pi Theta(- Prime)))) m(bed(Code ded(HTML Service) dingLayer) itSound
  piricalDistribution pty(GraphQ Region)) n(abled code crypt(- File edObject) d(- DialogPacket Of(Buffer File Line String) Package)
  gineeringForm t(er(ExpressionPacket TextPacket) ity(- Class(- List) Copies Function Group Instance List Pr(efetch opert(ies y
  yClass)) Register Store(- s) TypeName Unregister Value) ropy(- Filter)) vironment) pilog(- Function) qu(al(- Tilde To) i(librium
  rippleFilterKernel valent)) r(f fc fi lang(B C Distribution) osion rorBox) scapeRadius stimat(ed(Background Distribution Process)
  or(Gains Regulator)) uclideanDistance uler(Angles Characteristic E Gamma Matrix Phi ianGraphQ) valuat(able e ePacket ion(Box Cell
  Data Elements Environment Monitor Notebook Object) or) ven(Q t(Data Handler Labels Series)) x(act(BlackmanWindow NumberQ)
  ampleData cept clu(de(Pods d(Forms Lines PhysicalQuantities)) sions(- Style)) ists it oplanetData p(- GammaDistribution
  IntegralE(- i) ToTrig and(- All Denominator FileName Numerator) ectation irationDate onent(- Function Step ial(Distribution
  Family GeneratingFunction MovingAverage PowerDistribution)) ort(- ByteArray Form String) ression(- Cell Graph))
  t(en(ded(EntityClass GCD) sion t(ElementFunction Markers Size)) ernal(Bundle Evaluate Function Identifier Object Options
  Session(Object s) Storage(Base Download Get Object Put Upload) TypeSignature Value) ract(- Archive Layer PacletArchive)
  remeValueDistribution))) F(ARIMAProcess RatioDistribution a(c(e(Align Form Grids(- Style)) ialFeatures tor(- Integer List
  SquareFree(- List) Terms(- List) ial(- 2 Moment(- GeneratingFunction) Power))) ilure(- Action Distribution Q) lse reySequence)
  e(ature(Distance Extract(- ion or orFunction) Names Nearest SpacePlot(- 3D) Types) edback(Linearize Sector(- Style) Type)
  talGrowthData) i(bon(acci orial) eld(CompletionFunction Hint(- Style) Masked Size) l(e(- BaseName ByteCount Convert Date Ex(istsQ
  tension) Format Hash Name(Depth Drop Forms Join Setter Split Take s) Print Size System(Map Scan) Template(- Apply) Type) ledCurve
  ling(- Style Transform) ter(Rules edEntityClass)) n(ancial(Bond Data Derivative Indicator) d(- Anomalies ArgM(ax in) C(hannels
  lique lusters ookies urvePath ycle) D(evices istribution(- Parameters) ivisions) E(dge(Cover Cut IndependentPaths) quationalProof
  ulerianCycle xternalEvaluators) F(aces ile it ormula undamentalCycles) Ge(neratingFunction oLocation ometric(Conjectures
  Transform)) Graph(Communities Isomorphism Partition) Hamiltonian(Cycle Path) HiddenMarkovStates ImageText In(dependent(EdgeSet
  VertexSet) stance tegerNullVector) KCl(an ique ub) KPlex Li(brary nearRecurrence st) M(a(tchingColor xValue ximum(- Cut Flow))
  eshDefects in(Value imum(- CostFlow Cut)) oleculeSubstructure) P(ath eaks ermutation ostmanTour rocessParameters) Repeat Root
  S(equenceFunction ettings hortest(Path Tour) panningTree ystemModelEquilibrium) T(extualAnswer hreshold ransientRepeat)
  Vertex(Cover Cut IndependentPaths)) ishDynamic ite(AbelianGroupCount Group(Count Data))) rst(- Case PassageTimeDistribution
  Position) scherGroupFi2(2 3 4Prime) sher(HypergeometricDistribution RatioTest ZDistribution) t tRegularization ttedModel
  xed(Order Point(- List))) l(at(- TopWindow ten(- At Layer)) ipView oor owPolynomial) o(l(d dList dPair(- List) lowRedirects)
  nt(Color Family S(ize lant ubstitutions) Tracking Variations Weight) r(- All ceVersionInstall m(Box(- Options) Control Function
  LayoutFunction Object Page at atType ula(Data Lookup)) tranForm ward(- Backward)) urier(- Co(efficient s(Coefficient Series
  Transform)) D(CT(- Filter Matrix) ST STMatrix) Matrix Parameters S(equenceTransform eries in(Coefficient Series Transform))
  Tr(ansform igSeries))) r(action(Box(- Options) al(BrownianMotionProcess GaussianNoiseProcess Part)) ame(- Box(- Options) Label
  Margins Rate Style Ticks(- Style) d) e(chetDistribution eQ netSerretSystem quencySamplingFilterKernel snel(C F G S)) iday
  o(benius(Number Solve) m(AbsoluteTime C(haracterCode oefficientRules ontinuedFraction) DMS Digits Entity JulianDate LetterNumber
  PolarCoordinates RomanNumeral SphericalCoordinates UnixTime) nt ntEnd(DynamicExpression EventActions Execute Token(- Execute))))
  u(ll(- Definition Form Graphics InformationOutputRegulator Region Simplify) nction(- Compile(- Export(- ByteArray Library
  String)) Domain Expand Interpolation Period Range Space) ssellVeselyImportance)) G(ARCHProcess CD a(bor(Filter Matrix Wavelet)
  in(Margins PhaseMargins) laxyData lleryView mma(- Distribution Regularized) pPenalty tedRecurrentLayer ther(- By)
  uge(Face(ElementFunction Style) Frame(ElementFunction Size Style) Labels Markers Style) ussian(Filter Integers Matrix
  OrthogonalMatrixDistribution SymplecticMatrixDistribution UnitaryMatrixDistribution Window)) e(genbauerC ner(a(l
  lizedLinearModelFit t(e(AsymmetricKeyPair Conditions D(erivedKey igitalSignature ocument) FileSignature HTTPResponse
  SecuredAuthenticationKey SymmetricKey d(Cell DocumentBinding Parameters QuantityMagnitudes)) ingFunction or(Description
  HistoryLength OutputType))) icCylindricalDecomposition) nome(Data Lookup) o(A(ntipode rea rraySize) B(ackground ound(ingBox s
  sRegion) ubbleChart) C(enter ircle ontourPlot) D(ensityPlot estination irection is(k placement tance(- List))) ElevationData
  Entities Gr(aphics id(DirectionDifference Lines(- Style) Position Range(- Padding) Unit(Area Distance) Vector) oup) Hemisphere(-
  Boundary) Histogram Identify Image L(abels ength istPlot ocation) Marker Model Nearest P(ath osition(- ENU XYZ) rojection(-
  Data)) R(ange(- Padding) egionValuePlot esolution) S(caleBar erver moothHistogram treamPlot tyling(- ImageFunction)) V(ariant
  ector(- ENU Plot XYZ) isibleRegion(- Boundary)) WithinQ ZoomLevel des(ic(Closing Dilation Erosion Opening) yData)
  gravityModelData logicalPeriodData magneticModelData metric(Assertion BrownianMotionProcess Distribution Mean(- Filter)
  Optimization Scene Transformation)) stureHandler t tEnvironment) l(aisher obalClusteringCoefficient ow) o(lden(Angle Ratio)
  mpertzMakehamDistribution ochShading odmanKruskalGamma(- Test) to) r(a(d dient(- Filter OrientationFilter) mmar(Apply Rules
  Token) ph(- 3D Assortativity AutomorphismGroup Center Complement D(ata ensity i(ameter fference sjointUnion stance(- Matrix)))
  Embedding Highlight(- Style) Hub Intersection Layout LinkEfficiency P(eriphery lot(- 3D) ower ropertyDistribution) Q Radius
  Reciprocity Union ics(- 3D Co(lumn mplex) Gr(id oup) Row)) y yLevel) e(ater(- Equal(- Less Than) FullEqual Greater Less
  SlantEqual Than Tilde) en enFunction) id(- Box DefaultElement Graph Lines(- Style)) o(ebnerBasis up(ActionBase By Centralizer
  Element(FromWord Position Q ToWord s) Generators MultiplicationTable Or(bits der) PageBreakWithin SetwiseStabilizer Stabilizer(-
  Chain) ings) wCutComponents)) u(dermannian idedFilter mbelDistribution)) H(ITSCentrality TTP(ErrorResponse Re(direct quest(-
  Data) sponse)) a(arWavelet damardMatrix lf(Line NormalDistribution Plane Space toneShading) miltonianGraphQ mming(Distance
  Window) n(dlerFunctions(- Keys) kel(H1 H2 Matrix Transform) nPoissonWindow nWindow) r(adaNortonGroupHN aryGraph monic(Mean(-
  Filter) Number)) sh tch(Filling Shading) versine zardFunction) e(a(d der(Alignment Background DisplayFunction Lines Size Style)
  ds viside(Lambda Pi Theta)) ldGroupHe re rmit(eDecomposition eH ianMatrixQ) ssenbergDecomposition un(B BPrime C CPrime D DPrime G
  GPrime T TPrime) xa(decimalCharacter hedron)) i(dden(Items MarkovProcess) g(hlight(Graph Image Mesh ed) hpassFilter
  manSimsGroupHS) lbert(Curve Filter Matrix) sto(gram(- 3D Distribution List Transform(- Interpolation)) ricalPeriodData)
  tMissTransform) jorthDistribution o(dgeDual effdingD(- Test) ld(- All(- Complete) Complete First Form Pattern Rest) lidayCalendar
  rizontalGauge rnerForm stLookup tellingTSquareDistribution ytDistribution) u(e m(anGrowthData pDownHump pEqual) rwitz(LerchPhi
  Zeta)) yp(er(bolicDistribution cubeGraph exponentialDistribution factorial geometric(0F1(- Regularized) 1F1(- Regularized) 2F1(-
  Regularized) Distribution PFQ(- Regularized) U) link(- Action) plane) henation oexponentialDistribution othesisTestData)) I(-
  PAddress co(n(Data Rules ize) sahedron) dentity(- Matrix) f gnor(e(Case Diacritics Punctuation) ingInactive) m mag(e(- 3D(-
  Projection Slices) A(ccumulate dd djust lign pply(- Indexed) spectRatio ssemble ugmentationLayer) BoundingBoxes C(apture(-
  Function) ases hannels lip o(llage lorSpace mpose n(tainsQ tents volve) occurrence rners rre(late spondingPoints)) rop) D(ata
  econvolve emosaic i(fference mensions splacements stance)) Effect ExposureCombine F(eatureTrack il(e(Apply Filter Scan) ter)
  ocusCombine or(estingComponents mattingWidth wardTransformation)) Graphics Histogram Identify InstanceQ Keypoints L(abels egends
  evels ines) M(ar(gins ker) easurements esh ultiply) P(a(d dding rtition) er(iodogram spectiveTransformation) osition
  reviewFunction yramid(- Apply)) Q Re(color flect s(ize olution tyle)) Rotate S(aliencyFilter ca(led n) ize(- Action Multipliers)
  ubtract) T(ake ransformation rim ype) Value(- Positions)) ingDevice) mp(li(citRegion es) ort(- ByteArray Options String)
  rovementImportance) n(- String activ(ate e) c(idence(Graph List Matrix) lude(AromaticBonds ConstantBasis Definitions Directories
  GeneratorTasks Hydrogens Inflections MetaInformation Pods Quantities RelatedTables WindowTimes) rement) de(finiteMatrixQ
  penden(ceTest t(EdgeSetQ PhysicalQuantity Unit(- Dimension) VertexSetQ)) terminate(- Threshold) x(EdgeTaggedGraph Graph ed))
  exactNumberQ f(init(e(Future Line Past Plane) y) ix lation(Adjust Method) ormation) herit(Scope ed) homogeneousPoissonProcess
  itial(EvaluationHistory Seeding iz(ation(- Cell Objects Value) e)) ner(- Poly(gon hedron)) paint put(- A(liases ssumptions
  utoReplacements) Field Form NamePacket Notebook Packet Str(eam ing(- Packet))) s(ert(- Linebreaks Results ionFunction) et phere
  tall(- Service)) te(ger(- Digits Exponent Length Name Part(- itions) Q Reverse String s) grate r(active(- TradingChart) leaving
  nallyBalancedDecomposition polati(ng(Function Polynomial) on(- Order Points)) pret(ation(- Box(- Options)) er) quartileRange rupt
  sect(edEntityClass ingQ ion) val(- Intersection Markers(- Style) MemberQ Slider Union))) verse(- BetaRegularized C(DF
  hiSquareDistribution ontinuousWaveletTransform) DistanceTransform E(llipticNomeQ rf rfc) Fourier(- CosTransform SequenceTransform
  SinTransform Transform) Function(- s) G(amma(Distribution Regularized) aussianDistribution udermannian) Ha(nkelTransform versine)
  ImagePyramid Jacobi(C(D N S) D(C N S) N(C D S) S(C D N)) LaplaceTransform MellinTransform Permutation Radon(- Transform) S(eries
  hortTimeFourier pectrogram urvivalFunction) TransformedRegion W(aveletTransform eierstrassP ishartMatrixDistribution) ZTransform)
  visible) rreduciblePolynomialQ slandData so(latingInterval morphicGraphQ topeData) t(alic em(- AspectRatio DisplayFunction Size
  Style) oProcess)) J(a(ccardDissimilarity cobi(Amplitude C(D N S) D(C N S) N(C D S) P S(C D N ymbol) Zeta) nkoGroupJ(1 2 3 4)
  rqueBeraALMTest) o(hnsonDistribution in(- Across Form ed edCurve) rdan(Decomposition ModelDecomposition)) ulia(Set(Boettcher
  IterationCount Plot Points) nDate)) K(CoreComponents Distribution EdgeConnected(Components GraphQ) VertexConnected(Components
  GraphQ) a(giChart iser(BesselWindow Window) lman(Estimator Filter) rhunenLoeveDecomposition ryTree tzCentrality)
  e(epExistingVersion lvin(Be(i r) Ke(i r)) ndallTau(- Test) rnel(Function MixtureDistribution Object s) y(- Co(llisionFunction
  mplement) Drop(- From) ExistsQ FreeQ Intersection Map MemberQ Select Sort(- By) Take Union Value(Map Pattern) pointStrength s))
  hinchin illProcess irchhoff(Graph Matrix) leinInvariantJ n(apsackSolve ightTourGraph otData ownUnitQ) ochCurve
  olmogorovSmirnovTest ronecker(Delta ModelDecomposition Product Symbol) u(iperTest maraswamyDistribution rtosis waharaFilter))
  L(ABColor CHColor CM Q(EstimatorGains GRegulator OutputRegulatorGains RegulatorGains) UDecomposition UVColor a(bel(- Style
  Visibility ed ing(Function Size)) guerreL keData mbdaComponents minaData n(czosWindow dauDistribution guage(- Category Data
  Identify)) plac(eDistribution eTransform ian(- Filter GaussianFilter)) rge(- r) st titude(- Longitude) ttice(Data Reduce)
  unchKernels yer(SizeFunction edGraphPlot)) e(a(derSize fCount pYearQ rn(Distribution edDistribution ingRate(- Multipliers))
  stSquares(- FilterKernel)) ft(- Arrow(- Bar RightArrow) Down(TeeVector Vector(- Bar)) Right(Arrow Vector) Tee(- Arrow Vector)
  Triangle(- Bar Equal) Up(DownVector TeeVector Vector(- Bar)) Vector(- Bar)) gend(Appearance Function La(bel yout) Mar(gins
  ker(Size s)) ed re(P Q)) ngth(- While) rchPhi ss(- Equal(- Greater Than) FullEqual Greater Less SlantEqual Than Tilde)
  tter(Character Counts Number Q) v(el eneTest iCivitaTensor yDistribution)) i(brary(DataType Function(- Error Information Load
  Unload) Load Unload) fting(FilterData WaveletTransform) ght(Blue Brown Cyan Gr(ay een) Magenta Orange Pink Purple Red Yellow er
  ing(- Angle)) kelihood mit(- sPositioning) n(dleyDistribution e(- BreakChart Graph In(dent(- MaxFraction) tegralConvolution(Plot
  Scale)) Legend Spacing ar(Fractional(Optimization Transform) GradientImage Layer ModelFit OffsetFunction Optimization Programming
  Recurrence Solve(- Function) izingTransformationData)) k(Activate C(lose onnect reate) Function Interrupt Launch Object Patterns
  Protocol RankCentrality Read(- yQ) Write s)) ouvilleLambda st(- Animate Co(ntourPlot(- 3D) nvolve rrelate) CurvePathPlot
  De(convolve nsityPlot(- 3D)) Fo(rmat urierSequenceTransform) Interpolation Line(IntegralConvolutionPlot Plot) Log(LinearPlot
  LogPlot Plot) P(icker(- Box(- Options)) l(ay ot ot3D) ointPlot3D olarPlot) Q S(lice(ContourPlot3D DensityPlot3D VectorPlot3D)
  tepPlot tream(DensityPlot Plot) urfacePlot3D) Vector(DensityPlot Plot(- 3D)) ZTransform able)) o(ca(l(AdaptiveBinarize Cache
  ClusteringCoefficient Object(- s) ResponseNormalizationLayer Submit Symbol Time(- Zone) izeVariables) tion(EquivalenceTest Test)
  tor(- AutoCreate Pane Region)) cked g(- 10 2 BarnesG Gamma(- Distribution) Integral L(ikelihood inearPlot og(Plot
  isticDistribution)) MultinormalDistribution NormalDistribution Plot RankTest SeriesDistribution i(calExpand stic(Distribution
  Sigmoid) tModelFit)) ng(Left(Arrow RightArrow) RightArrow ShortTermMemoryLayer est(- CommonS(equence(- Positions) ubsequence(-
  Positions)) OrderedSequence) itude) o(kup pFreeGraphQ ping) ssFunction wer(CaseQ LeftArrow RightArrow Triangular(MatrixQ ize))
  wpassFilter) u(casL ccioSamiComponents narEclipse) yapunovSolve yonsGroupLy) M(AProcess a(chine(NumberQ Precision) genta
  gnif(ication y) il(AddressValidation Execute Folder Item Re(ceiverFunction sponseFunction) Se(arch rverConnect(- ion) ttings))
  jority ke(Boxes Expression) n(agedLibraryExpression(ID Q) delbrotSet(Boettcher Distance IterationCount MemberQ Plot) goldtLambda
  hattanDistance ipulat(e or) nWhitneyTest nedSpaceMissionData tissaExponent ual) p(- All At Indexed Thread)
  r(chenkoPasturDistribution cumQ dia(CombinedTest KurtosisTest SkewnessTest) ginalDistribution kovProcessProperties) sking
  t(ch(LocalNames Q ingDissimilarity) h(MLForm ematicalFunctionData ieu(C CPrime Characteristic(A B Exponent) GroupM(11 12 2(2 3
  4)) S SPrime)) ri(ces x(Exp Form Function Log NormalDistribution P(lot ower ropertyDistribution) Q Rank TDistribution))) x(-
  CellMeasure ColorDistance D(ate etect uration) Extra(Bandwidths Conditions) Feature(Displacement s) Filter Ite(ms rations) Limit
  MemoryUsed MixtureKernels OverlapFraction PlotPoints Recursion St(ableDistribution ep(Fraction Size s)) TrainingRounds Value
  WordGap im(alBy ize) wellDistribution)) cLaughlinGroupMcL e(an(- AbsoluteLossLayer Around ClusteringCoefficient
  De(greeConnectivity viation) Filter GraphDistance NeighborDegree Shift(- Filter) SquaredLossLayer) di(an(- Deviation Filter)
  calTestData um) ijerG(- Reduce) ixnerDistribution llin(Convolve Transform) mberQ mory(Available Constrain(ed t) InUse) ngerMesh
  nu(CommandKey Packet SortingValue Style View) r(ge gingFunction sennePrimeExponent(- Q)) sh(- C(ell(Centroid Count Highlight
  Index Label Marker Measure Quality ShapeFunction Style s) onnectivityGraph oordinates) Functions Primitives QualityGoal
  Re(finementFunction gion(- Q)) Shading Style) ssage(- Dialog List Name Packet s) t(aInformation eorShowerData hod)
  xicanHatWavelet yerWavelet) i(dpoint n(- ColorDistance Date Detect Filter IntervalSize Limit Max StableDistribution Value
  eralData im(al(By Polynomial StateSpaceModel) ize umTimeIncrement) kowskiQuestionMark or(PlanetData s) us usPlus) ssing(-
  Behavior Data(Method Rules) Q St(ring yle) ValuePattern) ttagLefflerE xed(FractionParts GraphQ Magnitude Radix(- Quantity) Unit)
  xtureDistribution) o(d dal dul(ar(Inverse Lambda) e us) ebiusMu lecule(- ContainsQ EquivalentQ Graph Modify P(attern lot(- 3D)
  roperty) Q Recognize Value) ment(- Convert Evaluate GeneratingFunction OfInertia) n(day itor omialList sterGroupM) onP(hase
  osition) r(letWavelet phological(Binarize BranchPoints Components EulerNumber Graph Perimeter Transform) talityData) st
  untainData use(Annotation Appearance Position over) vi(eData ng(Average Map Median)) yalDistribution) ulti(column edgeStyle
  graphQ no(mial(- Distribution) rmalDistribution) pl(icativeOrder ySides) selection variate(HypergeometricDistribution
  PoissonDistribution TDistribution))) N(- ArgM(ax in) BodySimulation(- Data) Cache DEigen(system values) DSolve(- Value)
  Expectation Hold(All First Rest) Integrate Max(Value imize) Min(Value imize) Pro(bability duct) Roots Solve Sum
  a(kagamiDistribution me(Q s) nd) e(arest(- Function MeshCells NeighborGraph To) bulaData ed(lemanWunschSimilarity s) gative(-
  BinomialDistribution DefiniteMatrixQ Integers MultinomialDistribution Rationals Reals SemidefiniteMatrixQ) ighborhood(Data Graph)
  st(- Graph List While(- List) ed(GreaterGreater LessLess)) t(Append BidirectionalOperator Chain D(ecoder elete rop) E(ncoder
  valuationMode xtract) Flatten FoldOperator GANOperator Graph In(itialize sert(- SharedArrays)) Join M(ap(Operator ThreadOperator)
  easurements odel) NestOperator P(airEmbeddingOperator ort(- Gradient) repend) Re(name place(- Part)) SharedArray StateObject Take
  Train(- ResultsObject) workPacket(Capture Recording Trace)) umannValue villeTheta(C D N S) xt(Cell Date Prime)) ichols(GridLines
  Plot) ightHemisphere o(Whitespace minalVariables n(Co(mmutativeMultiply nstants) Negative(- Integers Rationals Reals) Positive(-
  Integers Rationals Reals) central(BetaDistribution ChiSquareDistribution FRatioDistribution StudentTDistribution)
  dimensionalizationTransform e eTrue linear(ModelFit StateSpaceModel) localMeansFilter) r(- lundB m mFunction mal(- Distribution
  MatrixQ iz(ationLayer e ed edSquaredEuclideanDistance) sFunction)) t(- Congruent CupCap DoubleVerticalBar E(lement qualTilde
  xists) Greater(- Equal FullEqual Greater Less SlantEqual Tilde) Hump(DownHump Equal) Le(ftTriangle(- Bar Equal) ss(- Equal
  FullEqual Greater Less SlantEqual Tilde)) Nested(GreaterGreater LessLess) Precedes(- Equal SlantEqual Tilde) ReverseElement
  RightTriangle(- Bar Equal) SquareSu(bset(- Equal) perset(- Equal)) Su(bset(- Equal) cceeds(- Equal SlantEqual Tilde) perset(-
  Equal)) Tilde(- Equal FullEqual Tilde) VerticalBar ebook(- Apply AutoSave Close D(elete irectory ynamicExpression) Ev(aluate
  entActions) Fi(leName nd) Get Import Information Locate Object Open Print Put Read Save Selection Template Write s sMenu) hing
  ificationFunction) w) u(clear(ExplosionData ReactorData) ll(- Records Space Words) mber(- Compose Decompose Expand
  Field(ClassNumber Discriminant FundamentalUnits IntegralBasis NormRepresentatives Regulator RootsOfUnity Signature) Form(- at)
  LinePlot Marks Multiplier Padding Point Q S(eparator igns tring)) mer(ator(- Denominator) ic(Array(- Q Type) Function Q al(Order
  Sort))) ttallWindow) yquist(GridLines Plot)) O(- NanGroupON bservab(ility(Gramian Matrix) le(Decomposition ModelQ)) ceanData
  ctahedron ddQ ff ffset n nce neIdentity p(acity(- Function(- Scaling)) en(Append Read Write er erView ing) erat(e ingSystem
  orApplied) ti(mumFlowData on(Value al alElement s sPattern))) r(- ange der(- Distribution edQ ing(- By Layer) less(-
  PatternSequence)) nsteinUhlenbeckProcess thogonal(MatrixQ ize)) ut(- er erPoly(gon hedron) put(Controllab(ilityMatrix leModelQ)
  Form NamePacket Response SizeLimit Stream)) ver(Bar Dot Hat Tilde Vector flow la(ps y) script(- Box(- Options)) writeTarget) wenT
  wnValues) P(DF ERTDistribution ID(Data DerivativeFilter Feedforward Tune) a(clet(D(ataRebuild irectory(Load Unload) isable)
  Enable Find(- Remote) Install(- Submit) NewerQ Object Site(- Object Register Unregister Update s) Uninstall) d(Left Right dedForm
  ding(- Layer Size) eApproximant) ge(Break(Above Below Within) Footers Headers RankCentrality Theme Width) gination ired(BarChart
  Histogram SmoothHistogram TTest ZTest) letteNotebook lindromeQ ne(- Selector l led) r(a(bolicCylinderD graph(Indent Spacing)
  llel(Array Combine Do Evaluate Map Needs Product Su(bmit m) Table Try epiped iz(ation e) ogram) met(er(Estimator
  MixtureDistribution) ric(Function NDSolve(- Value) Plot(- 3D) RampLayer Region))) ent(Box Cell Directory Notebook)
  eto(Distribution PickandsDistribution) kData t(- Behavior Layer OfSpeech Protection i(alCorrelationFunction cle(AcceleratorData
  Data) tion(- Granularity sP sQ))) zenWindow) s(calDistribution sEvents(Down Up) te teButton) t(h hGraph(- Q) tern(- Filling
  Sequence Test)) u(lWavelet liMatrix se)) e(a(kDetect noCurve rson(ChiSquareTest CorrelationTest Distribution)) r(centForm
  fectNumber(- Q) formanceGoal imeter iod(icBoundaryCondition ogram(- Array)) m(anent issions(- Group(- s) Key(- s))
  ut(ation(Cycles(- Q) Group Length List(- Q) Max Min Order Power Product Replace Support s) e)) onaMalikFilter pendicularBisector
  sisten(ce(Location Time) tObject(- s) tValue) sonData) tersenGraph) hase(Margins Range) hysicalSystemData i(- ck eChart(- 3D)
  ecewise(- Expand) llaiTrace(- Test) ngTime nk tchRecognize xelValue(- Positions)) l(a(ce(d holder(- Replace)) in n(ar(Angle
  Graph(- Q)) ckRadiationLaw e(CurveData tData taryMoonData) tData) y yRange) ot(- 3D L(abel(- s) ayout egends) Markers Points
  Range(- Clipping Padding) Region Style Theme) u(ralize s sMinus)) o(chhammer dStates dWidth int(- FigureChart Legend Size)
  isson(ConsulDistribution Distribution Process Window) l(ar(Axes(- Origin) GridLines Plot Ticks) eZeroMarkers y(Gamma Log
  aAeppliDistribution gon(- Angle Coordinates Decomposition alNumber) hedron(- Angle Coordinates Data Decomposition Genus)
  nomial(ExtendedGCD GCD LCM Mod Q Quotient(- Remainder) Re(duce mainder)))) olingLayer pup(Menu View Window) s(iti(on onIndex ve(-
  DefiniteMatrixQ Integers Rationals Reals SemidefiniteMatrixQ)) sibleZeroQ tfix) wer(- Distribution Expand Mod(- List) Range
  SpectralDensity SymmetricPolynomial sRepresentations)) r(e(Decrement Increment cede(nceForm s(- Equal SlantEqual Tilde)) cision(-
  Goal) dict(- or(Function Measurements(- Object))) emptProtect fix pend(- Layer To) processingRules serve(Color ImageOptions)
  vious(Cell Date)) i(ceGraphDistribution me(- Nu Omega Pi PowerQ Q ZetaP s) mitive(PolynomialQ Root(- List)) ncipal(Components
  Value) nt(- Temporary ableASCIIQ ingStyleEnvironment out3D(- Previewer)) sm vate(CellOptions FontOptions Key NotebookOptions))
  o(bability(- Distribution Plot ScalePlot) bitModelFit cess(Connection Directory Environment Estimator Information Object
  Parameter(Assumptions Q) Status es) duct(- Distribution Log) gressIndicator jection log ofObject portion(- al) te(ct cted
  inData)) uning) seudoInverse sychrometricPropertyData u(bli(cKey sherID) lsarData nctuationCharacter rple t tAppend) yramid)
  Q(Binomial Factorial Gamma HypergeometricPFQ Po(chhammer lyGamma) RDecomposition nDispersion u(a(dratic(IrrationalQ Optimization)
  nti(le lePlot ty(- Array Distribution Form Magnitude Q Unit Variable(- CanonicalUnit Dimensions Identifier PhysicalQuantity)))
  rti(cs le(Deviation Skewness s))) ery eue(Properties ing(NetworkProcess Process)) iet it otient(- Remainder))) R(GBColor Solve(-
  Value) a(d(i(al(GradientImage ityCentrality) calBox(- Options) oButton(- Bar)) on onTransform) manujanTau(- L Theta Z) mp
  n(dom(C(hoice olor omplex) Entity Function GeoPosition Graph I(mage nstance nteger) P(ermutation oint oly(gon hedron) rime) Real
  Sample Seeding Variate WalkProcess Word) ge geFilter kedM(ax in)) rerProbability ster(- 3D Size ize) tio(nal(- ize s) s) wBoxes
  wData yleighDistribution) e(- Im(- Labels Plot Style) a(d(- ByteArray Li(ne st) Protected String) l(- Abs BlockDiagonalForm
  Digits Exponent Sign s) p) c(ognitionPrior ord(- Lists Separators) tang(le leChart(- 3D) ularRepeatingElement) urrence(Filter
  Table)) d duce f(erenceLineStyle ine lection(Matrix Transform) resh(- Rate)) g(ion(- Binarize Bound(ary(- Style) s) Centroid
  Di(fference mension sjoint stance(- Function)) EmbeddingDimension Equal FillingStyle Function Image Intersection M(easure ember(-
  Function) oment) Nearest(- Function) Plot(- 3D) Product Q Resize Size SymmetricDifference Union Within) isterExternalEvaluator
  ular(Expression Polygon ization lySampledQ)) l(ation(Graph alDatabase) easeHold iabilityDistribution ief(Image Plot))
  mo(te(AuthorizationCaching Connect(- ionObject) File Run(- Process)) ve(- AlphaChannel AudioStream Background Channel(Listener
  Subscribers) Diacritics InputStreamMethod OutputStreamMethod Users VideoStream)) n(ame(Directory File) deringOptions ewalProcess
  koChart) p(airMesh eat(ed(- Null Timing) ingElement) lace(- All ImageValue List Part PixelValue Repeated) licateLayer)
  quiredPhysicalQuantities s(ampling(- AlgorithmData Method) cal(e ingTransform) etDirectory hapeLayer idue izeLayer olve
  ource(Data Function Object Re(gister move) S(earch ubmit ystem(Base Path)) Update Version) ponseForm t tartInterval tricted
  ultant) turn(- ExpressionPacket Packet ReceiptFunction TextPacket) verse(- Applied BiorthogonalSplineWavelet Element Equilibrium
  Graph Sort(- By) UpEquilibrium) volution(Axis Plot3D)) i(ccatiSolve ceDistribution dgeFilter emann(R Siegel(Theta Z) Xi) ffle
  ght(- Arrow(- Bar LeftArrow) Co(mposition setRepresentative) Down(TeeVector Vector(- Bar)) Tee(- Arrow Vector) Triangle(- Bar
  Equal) Up(DownVector TeeVector Vector(- Bar)) Vector(- Bar)) sk(AchievementImportance ReductionImportance))
  o(gersTanimotoDissimilarity llPitchYaw(Angles Matrix) manNumeral ot(- Approximant Intervals LocusPlot MeanSquare OfUnityQ Reduce
  Sum s) tat(e(- Label Left Right) ion(Action Matrix Transform)) und(- ingRadius) w(- Alignments Box Lines MinHeight Reduce
  Spacings sEqual)) u(dinShapiro dvalisGroupRu le(- Delayed Plot rUnits) n(- Process Through time(Attributes Options))
  ssellRaoDissimilarity)) S(A(RIMAProcess RMAProcess STriangle) SSTriangle a(m(eQ eTest(- Properties) pl(e(Depth Rate dEntityClass
  dSound(Function List)) ingPeriod)) t(elliteData isfiab(ility(Count Instances) leQ) urday) v(e eConnection eDefinitions
  itzkyGolayMatrix) wtoothWave) c(a(le(- Divisions Origin Padding Range(Style s) d) ling(Functions Matrix Transform) n) heduledTask
  hurDecomposition ientific(Form NotationThreshold) orer(Gi GiPrime Hi HiPrime) r(eenStyleEnvironment ipt(BaselineShifts MinSize
  SizeMultipliers) oll(Position bars ingOptions))) e(arch(Adjustment Ind(exObject ices) QueryString ResultObject) c(- h
  hDistribution ondOrderConeOptimization tor(Chart(- 3D) Origin Spacing) uredAuthenticationKey(- s)) edRandom lect(- Components
  First able ed(Cells Notebook) ion(CreateCell Evaluate(- CreateCell) Move)) lfLoopStyle m(anticI(mport(- String) nterpretation)
  ialgebraicComponentInstances idefiniteOptimization) ndM(ail essage) quence(- Alignment Cases Count Fold(- List) Hold LastLayer
  MostLayer Position Predict(- orFunction) Re(place stLayer verseLayer) Split) ries(- Coefficient Data TermGoal) rvice(Connect
  Disconnect Execute Object Request Submit) ssion(Submit Time) t(- A(ccuracy lphaChannel ttributes) CloudDirectory Cookies Delayed
  Directory Environment FileDate Options Permissions Precision S(electedNotebook hared(Function Variable) treamPosition ystem(Model
  Options)) Users t(er erBar ing))) h(a(llow nnonWavelet piroWilkTest r(e ingList pen)) e(aring(Matrix Transform) llRegion
  nCastanMatrix) ift(RegisterSequence edGompertzDistribution) ort(- DownArrow LeftArrow RightArrow TimeFourier(- Data) UpArrow
  est(- PathFunction)) ow(- AutoS(pellCheck tyles) Cell(Bracket Label Tags) CursorTracker GroupOpener PageBreaks S(election
  pecialCharacters tringCharacters)) rinkingDelay) i(derealTime egelT(heta ukeyTest) erpinski(Curve Mesh) gn(- Padding Test ature
  edR(ankTest egionDistance) ificanceLevel) milarityRules mpl(e(Graph(- Q) Poly(gonQ hedronQ) x) ify) n(- Integral c
  g(hMaddalaDistribution leLetterItalics ularValue(Decomposition List Plot)) h hIntegral) xJSymbol) ke(leton(- Transform)
  llamDistribution wNormalDistribution wness) kip l(ice(ContourPlot3D DensityPlot3D Distribution VectorPlot3D) ide(View r r2D) ot
  otSequence) m(all(- Circle er) ith(De(composition layCompensator) WatermanSimilarity) ooth(DensityHistogram Histogram(- 3D)
  KernelDistribution)) n(Dispersion ippet ubPolyhedron) o(cialMediaData cket(Connect Listen(- er) Object Open Read(Message yQ)
  Wait(All Next) s) ftmaxLayer kalSneathDissimilarity l(ar(Eclipse SystemFeatureData) id(Angle Data RegionQ) ve veAlways) rt(- By
  ed(By EntityClass)) und(- Note Volume) urceLink w) p(a(c(eCurveData er ings) n nFrom(Above Both Left) rseArray
  tial(GraphDistribution Median TransformationLayer)) e(a(k kerMatchQ rmanR(ankTest ho)) c(iesData ificityGoal tr(alLineData
  ogram(- Array)) ularity) ech(Cases Interpreter Recognize Synthesize) lling(Correction(- List) Options)) her(e ePoints
  ical(Bessel(J Y) Ha(nkelH(1 2) rmonicY) Plot3D Region Shell) oidal(Eigenvalue JoiningFactor PS PSPrime QS QSPrime RadialFactor
  S(1 1Prime 2 2Prime))) li(ce cedDistribution ne(Closed Degree Knots Weights) t tBy) okenString) q(rt rtBox(- Options) uare(-
  FreeQ Intersection MatrixQ RepeatingElement Su(bset(- Equal) perset(- Equal)) Union Wave dEuclideanDistance sR))
  t(a(bilityMargins(- Style) bleDistribution ck(- Begin Complete Inhibit ed(DateListPlot ListPlot)) diumShape nd(ard(AtmosphereData
  Deviation(- Filter) Form OceanData ize(- d)) byDistribution) r(- ClusterData Data Graph t(ExternalSession Of(Line String) Process
  WebSession ingStepSize)) t(e(FeedbackGains OutputEstimator Response Space(Model Realization Transform) TransformationLinearize)
  ionary(Distribution Wavelet(PacketTransform Transform)) us(Area Centrality))) epMonitor ereochemistryElements i(eltjesGamma
  ppleShading rlingS(1 2)) oppingPowerData r(at(aVariables onovichProcess) eam(ColorFunction(- Scaling) DensityPlot Markers P(lot
  oints osition) Scale Style s) ing(- C(ases ontainsQ ount) Delete Drop E(ndsQ xpression xtract) Form(- at) FreeQ Insert Join
  Length MatchQ Pa(dLeft dRight rt rtition) Position Q R(e(peat place(- List Part) verse) iffle otate(Left Right)) S(keleton plit
  tartsQ) T(ake emplate oByteArray oStream rim)) ip(Boxes OnInput WrapperBoxes) uctur(alImportance edSelection) uve(H L)) ub
  udentTDistribution yle(- Box Data Definitions)) u(b(Minus Plus Star divide factorial graph resultant(Polynomial(Remainders s) s)
  s(cript(- Box(- Options)) equences et(- Cases Count Equal Map Position Q Replace s) titutionSystem uperscript(- Box(- Options)))
  title(Encoding Tracks) tract(- From Sides)) cce(eds(- Equal SlantEqual Tilde) ss) chThat m mConvergence mmationLayer n(Position
  day rise set) per(Dagger Minus Plus Star novaData s(cript(- Box(- Options)) et etEqual)) r(d dForm face(Area Data)
  vival(Distribution Function Model(- Fit))) zuki(Distribution GroupSuz)) watchLegend witch y(m(bol(- Name) letWavelet metri(c(-
  Group Key MatrixQ Polynomial Reduction) ze zed(Array(- Rules) DependentComponents IndependentComponents ReplacePart)))
  n(chronous(Initialization Updating) onyms tax(Form Information Length Packet Q) thesizeMissingValues) stem(Credential(- Data
  Key(- s) StoreObject) DialogInput In(formation stall) Model(- Examples Linearize P(arametricSimulate lot rogressReporting)
  Reliability Simulat(e eSensitivity ionData) er s) Op(en tions) Process(Data es) sConnectionsModel sModel(Del(ay ayApproximate
  ete) Dimensions Extract FeedbackConnect Labels Linearity Merge Order ParallelConnect SeriesConnect StateFeedbackConnect
  VectorRelativeOrders)))) T(Test a(bView ble(- Alignments Depth Directions Form Headings Spacing View) g(Box(- Options) Set(-
  Delayed) Unset gingRules) ke(- Drop Largest(- By) List Smallest(- By) While) lly n nh rget(Device Functions System Units)
  sk(Abort Execute Object Re(move sume) Suspend Wait s) utologyQ) e(XForm legraphProcess mp(late(Apply Box(- Options) Expression If
  Object Sequence Slot With) ora(lData lRegularity ry)) nsor(Contract Dimensions Expand Product Rank Reduce Symmetry Transpose
  Wedge) st(ID Re(port(- Object) sultObject)) trahedron xt(- Alignment C(ases ell lipboardType ontents) Data Element Grid
  Justification Packet Position Recognize S(earch(- Report) entences tr(ing ucture)) Translation Words ure(- Coordinate(Function
  Scaling)))) h(er(efore mo(dynamicData meterGauge)) i(ck ckness n nning) ompsonGroupTh r(e(ad adingLayer eJSymbol shold) ough ow)
  u(eMorse mbnail rsday)) i(cks(- Style) deData lde(- Equal FullEqual Tilde) me(Constrain(ed t) Direction Format Goal Object(- Q)
  Remaining Series(- Aggregate Forecast In(sert vertibility) M(ap apThread odel(- Fit)) Res(ample cale) Shift Thread Window) Used
  Value Zone(- Convert Offset) linePlot s sBy) ming ny tsGroupT) o(Boxes CharacterCode ContinuousTimeModel DiscreteTimeModel Entity
  Expression InvertibleTimeSeries LowerCase NumberField PolarCoordinates Radicals Rules SphericalCoordinates String UpperCase day
  eplitzMatrix gether ggler(- Bar) kenWords lerance morrow oltip(- Delay Style) onShading p pHatTransform pologicalSort tal(- Layer
  VariationFilter Width) uch(Position screen(AutoZoom ControlPlacement))) r(- a(c(e(- Above Backward Depth Dialog Forward O(ff n
  riginal) Print Scan) kedSymbols kingFunction yWidomDistribution) di(ngChart tionalForm) ining(Progress(Checkpointing Function
  Measurements Reporting) StoppingCriterion UpdateSchedule) ns(ferFunction(Cancel Expand Factor Model Poles Transform Zeros)
  form(ation(Class Function(- s) Matrix) ed(Distribution Field Process Region)) iti(on(Direction Duration Effect) ve(ClosureGraph
  ReductionGraph)) lat(e ion(Options Transform)) literate parent pose(- Layer)) vel(Di(rections(- Data) stance(- List)) Method
  Time)) ee(Form Graph(- Q) Plot) endStyle i(ang(le(- Center Construct Measurement Wave) ula(rDistribution teMesh)) g(- Expand
  Factor(- List) Reduce ToExp ger) mmed(Mean Variance)) opicalStormData u(e eQ ncated(Distribution Polyhedron)))
  sallisQ(ExponentialDistribution GaussianDistribution) u(be esday key(LambdaDistribution Window) nnelData ples ranGraph
  ringMachine ttePolynomial) woWayRule ype(Specifier d)) U(RL(- Build D(ecode ispatcher ownload(- Submit)) E(ncode xecute xpand)
  Parse Query(Decode Encode) Re(ad sponseTime) Shorten Submit) n(ateQ co(mpress nstrainedParameters) d(efined er(Bar flow lined
  overscript(- Box(- Options)) script(- Box(- Options)) seaFeatureData) irected(Edge Graph(- Q)) oOptions oTrackedVariables)
  equal(- To) evaluated i(form(Distribution GraphDistribution Polyhedron SumDistribution) nstall on(- Plus edEntityClass) que t(Box
  Convert Dimensions RootTest S(implify tep ystem) Triangle Vector(- Layer) aryMatrixQ ize yDimensions) vers(eModelData ityData)
  xTime) protect registerExternalEvaluator s(ameQ avedVariables et etShared)) p(Arrow(- Bar DownArrow) DownArrow Equilibrium Set(-
  Delayed) T(ee eeArrow o) Values date(- Interval PacletSites SearchIndex) per(CaseQ LeftArrow RightArrow Triangular(MatrixQ ize))
  sample) singFrontEnd tilityFunction) V(al(enceErrorHandling idation(Length Set) ue(Dimensions PreprocessingFunction Q s))
  aria(bles nce(- EquivalenceTest EstimatorFunction GammaDistribution Test)) e(ctor(A(ngle round spectRatio) ColorFunction(-
  Scaling) DensityPlot Greater(- Equal) Less(- Equal) Markers Plot(- 3D) Points Q Range S(caling izes tyle) s) e r(batim
  if(icationTest y(Convergence DerivedKey DigitalSignature FileSignature Interpretation SecurityCertificates Solutions
  TestAssumptions)) sionedPreferences tex(Add Capacity Co(lors mponent nnectivity ntract ordinates rrelationSimilarity
  sineSimilarity unt verQ) D(ataCoordinates egree elete iceSimilarity) Eccentricity In(Component Degree dex) JaccardSimilarity
  Label(Style s) List Normals Out(Component Degree) Q Replace S(hape(- Function) ize tyle) TextureCoordinates Weight(- edGraphQ))
  tical(Bar Gauge Separator Slider Tilde))) i(deo(- Encoding ExtractFrames Frame(List Map) Pause Play Q St(op ream(- s))
  T(imeSeries racks rim)) ew(Angle Center Matrix Point Projection Range Ve(ctor rtical)) sible) o(iceStyleData igtDistribution
  lcanoData lume nMisesDistribution ronoiMesh)) W(a(it(All Next) kebyDistribution lleniusHypergeometricDistribution
  ringYuleDistribution rping(Correspondence Distance) t(ershedComponents sonUSquareTest tsStrogatzGraphDistribution)
  velet(BestBasis FilterCoefficients ImagePlot ListPlot Ma(pIndexed trixPlot) Phi Psi Scal(e ogram) Threshold)) e(a(kStationarity
  klyConnected(Components Graph(Components Q)) ther(Data ForecastData)) b(AudioSearch ElementObject Execute Image(- Search) Se(arch
  ssion(Object s)) WindowObject erE) dge dnesday i(bullDistribution erstrass(E(1 2 3 ta(1 2 3)) HalfPeriod(W(1 2 3) s) Invariant(G2
  G3 s) P PPrime Sigma Zeta) ght(ed(Adjacency(Graph Matrix) Data GraphQ) s)) lchWindow) h(eelGraph enEvent i(ch le te(-
  NoiseProcess Point space(- Character)) ttaker(M W))) i(ener(Filter Process) gner(D SemicircleDistribution) ki(data(Data Search)
  pedia(Data Search)) lksW(- Test) nd(DirectionData SpeedData VectorData ing(Count Polygon) ow(ClickSelect Elements Floating
  Frame(- Elements) Margins Opacity Size StatusArea Title Toolbars)) nsorized(Mean Variance) shartMatrixDistribution th)
  o(lfram(Alpha LanguageData) rd(- Boundary C(haracter loud ount(- s)) Data Definition Frequency(- Data) List Orientation S(e(arch
  lectionFunction parators) pacings tem) Translation) rkingPrecision) r(apAround ite(- Line String) onskian)) X(ML(Element Object
  Template) YZColor nor or) Y(ellow esterday uleDissimilarity) Z(IPCodeData Test Transform e(r(nikeR oSymmetric oTest) ta taZero)
  ipfDistribution oom(Center Factor))
`;
