// English words for a code: everyday things, picked by hand, and words of the English list of BIP 39
// (MIT licence). Held by tests: three to seven letters, no two alike on a telephone keypad, none near
// the mission.

export const list = `
abacus abbey ability access account acid acorn acrobat action actor add aerial affair again age
agent aim air airport airship airy aisle album alley allow almond alpaca alpha alpine also amazing
amber ambient among amount amulet anagram anchor anchovy angle animal anorak another answer
antenna antler apple approve april aqua aquatic arch archive arctic area arena argue around
arrange arrival arrive art artist artwork ask aspect aspen asphalt aster atlas atom attend attic
attract auburn audit aunt avenue average aviary avocet aware away awesome axiom axis axle azalea
azure baby bacon badge bag bagel baker bakery baking balance balcony ballad ballet balloon bamboo
banana bandana banjo banner baobab barista bark basalt basil basin bass bassoon batch bay bayou
bazaar beach beacon bead beam beanbag beanie beauty beaver because bedding bedroom beech beef
beehive beetle behind bellboy bench berry best beyond bicycle bike bingo biology biplane birch
bird biscuit bison blanket blend blender bloom blossom blouse blue blues board bobbin bobcat
bodega boil bolt bonfire bonsai bonus boost border borrow borscht botany bottle boulder bounce
bouquet bowling bracket braid braided bramble brass brave bread breaker breeze brew brewer brick
bridge brief bright bring brioche brook broom broth brown browser brunch brush bubbles bucket
buckle budget budgie buffalo buffet bugle bulb bulk bumpy bun bundle burger burrito burrow bus
bushel butter button buyer buzz cabbage cabin cabinet cable cactus cadence cafe calcium caldera
calf calm calypso camel camera camp camper can canal cancel candid candle candy canoe canteen
canvas capable cape caper capital captain carafe caramel caraway carbon caribou carol carpet
carpool carrot carry cart carton carve cashew casual catalog catfish cattle catwalk caviar cedar
ceiling cellist cello cement census century ceramic cereal chair chalet chalk chamber change
channel chapter charade charge charm chart chat chateau cheap check checker cheese cheetah chemist
cherry cherub chess chicken chicory chief chiffon chilli chime chimney chipper chive choice choose
chord chorus chowder chuckle chunk chunky cicada cinder cinema circle circus citadel citizen
citrus city civil clam clap classic clay clean clement clever client cliff clip cloak close
clothes cloud clover club cluster clutch coal coast coastal coat cobalt cobble cobbler cobweb
cockpit cocoa coconut cod code coffee coin collar collect college cologne color colour column
combine comedy comet comfort comic common commute compass compost concert condor conduct cone
connect contour cook copper cord cork corn corner cornet correct cost cottage cotton couch cough
country couple coupon courier course cove cover cow cowbell coyote crab crackle cradle craft crane
crawl creamy creek cricket crisp crochet crocus crop croquet crouton crow crowd crumb crumble
crumpet crust crystal cub cube cuddle cupcake curious curl curly current cursor curtain curve
cushion custom cyan cycle cyclist cymbal cypress daisy dance dancer dashing date dawn day debut
decade decaf decal decide decimal deejay deer defy degree delay delight deluxe denim denizen
depart depend deposit derive desert design desk desktop dessert detail detect develop device
diagram dial diamond diet digger digital dill dimple dinghy diorama diploma dipper disco dismiss
ditch diver divert dock doll dollop dolphin domino donkey donor doodle door doorway double dough
dove dozen draft dragon drain draw drawer dream dress dresser drift drifter drill drink drip drive
drizzle drum drummer dry dryer duck duet duffel dugout dune during dusk duty duvet dynamo eager
earmuff earring earth easel east eastern easy echo echoes eclipse ecology economy edit editor eel
eggnog eight elastic elder elegant element elixir elk elm ember emblem emerald empower enamel end
energy enjoy entry episode equator equip era errand essay estuary example excite excuse exhibit
exotic expect expert explain express fable fabric factory fair fairway falafel falcon fall fame
family famous fantasy farm farmer fashion fatigue feather feature federal fedora feed feel fence
fescue fiber fiddle field fiesta fifteen fig figure filbert file film final finch finish fir
firefly firm first fisher fitness five fix fjord flag flagon flair flannel flash flask flat flavor
flex flint flip flipper float flock floor florin flow flower fluffy fluid flurry flute foam focus
fog foil fold folder foliage follow fondue food forest forget fork fortune forty forum forward
foster found four fox foyer frame free fresco fresh fridge friend fringe frisbee frog front frown
fruit fudge fuel full fun funny furnace furnish fuzzy gables gadget gain gallant gallery gallon
gallop gambit game gap garage garbage garden garland garlic garment garnet garnish gate gauge
gavel gaze gazebo gazelle gazette gecko gelatin gem general gerbil gesture gherkin giant gift
giggle gimmick ginger gingham giraffe giver gizmo glacier glad glass glaze glen glimmer glimpse
glitter globe glory glossy glove glow glue gnocchi gnome goal goat goblet goggles golf gondola
goose gopher gorilla gown grain grand granite granola grant grape gravel gravity gravy gray great
green greet grid grin grizzly grocer grocery grommet groove group grove grow guava guest guide
guitar gulf gull gum guppy gusto habit haddock haiku hail hair half halibut hall halo ham hamlet
hammer hammock hamper hamster handbag handle handsaw handy happy harbor harbour hardy harp harvest
hat hatbox hatter hawk hay hayloft hazel hazy hearty heater heath heavy hedge height helium hello
herb herbal hero heron herring hexagon high highway hiker hilltop hinge hint hippo hire history
hive hobby hockey holiday holly honest honey hoof hope hopper horizon horn hornet host hostel
hotdog hotel hour hover hub huge humming hummus humor hundred hydrant ice iceberg icicle icon idea
ideal igloo image impala improve inch index indigo indoor ink inkwell inside inspire install
invite invoice iris iron ironing island item ivory ivy jacket jackpot jam january jar jasmine
jaybird jazz jeans jelly jigsaw job jockey join joke journal journey joy jug juice jukebox july
jumbo jump june jungle junior juniper just jute kale kayak kazoo kebab keen keep keeper kelp
kennel kernel ketchup kettle key kindle kingdom kit kitchen kite kitten kiwi knead knob knock know
koala kumquat label lace lacquer ladder lagoon lamb lamp landing lantern lanyard lapel laptop
large lark later latte lattice laugh laundry laurel lava lawn leader leaf leaflet league learn
leather lecture ledge leek leeway left legend legume leisure lemur lend length lens lentil leopard
leotard lesson lettuce levee level lever library license lichen life lift light like likely lilac
lily limeade limit linden linen link liquid list little lively lizard lobby lobster local log
logic loom loop lorry lottery lotus lounge loyal lullaby lumber lunar lupin lupine lychee lyre
lyric lyrics macaw machine magenta magic magpie mail main major make mallard mallet mallow manage
manatee mango manner mansion mantle manual maple marble marina marine mark marquee marsh mascot
mass mat match math matinee matter mayo maze meadow measure medal media medium meerkat mellow
melody melon melt memory menu merit mermaid mesh message metal meteor meter method middle midway
mile mill million mimosa mind mini minimum minnow minute mirror mist mitten mix mixed mixer
mixture mocha model modern modest modify mohair moment money monitor monkey monsoon month moose
moped more morning mosaic moss moth motion motor motto mound mouse mousse movie muesli muffin
muffler mug mulch mural museum music mussel mustang mustard mutton mystery myth nachos napkin
narrow nation nature near neat nebula nectar neon nest net nettle neutral new news next nickel
night noble nod nomad noodle noon normal notable notch notepad nougat nugget number nut nutmeg
nylon oar oasis oatmeal object oblong oboe ocean ocelot octave october octopus oddity offer office
oil old olympic omega omelet onion opal opaque open optic optimal orange orbit orchard orchid
order oregano organic origami origin osprey ostrich otter outback outdoor outfit outlet outline
outside oval oven over overall owl owner oxygen ozone packet paddock paint pair pajamas palette
pancake panda panel panini panther papa papaya paper paprika parade parasol parcel park parquet
parrot parsley parsnip part partial party passage pasta pastel pastime pasture patch path patio
pattern pause pave paw payment pea peace peach peacock peanut pear pearl peasant pebble pecan
pectin pedal pelican pencil pendant penguin pennant penny people pepper perch perfume pergola
period person pesto petal petrol phoenix phone photo phrase piano pickle picture piece pier pigeon
piglet pigment pigtail pilot pinball pine pink pint pioneer pipe pirate pitch pixel pizza place
plaid plain plan planet plank plant plaster plastic plate platter play player plaza please plenty
plug plum plumber plume plunge plus pocket podium poem poet point polite polka polygon pontoon
pony pool popcorn poplar poppy popular porch portal portion post postage poster pottery pouch
prairie praise prawn prepare present press pretty pretzel pride print printer prism prize produce
profit program project prompt pronto propel proper proud prune pudding puddle pueblo pull puma
pumice pump puppet puppy purple purse puzzle pylon pyramid quail quality quarry quarter quartz
quasar queen quest quick quiet quilt quince quiver quiz quote raccoon race rack racquet radio
radish radius raft rafter ragtime rain rainbow raisin rake rally ranch range rapid rapids ratchet
rattle raven ravioli ready recital record redwood reflect reggae region relax relish renew reopen
repeat replica reply respond rest return reunion review reward rhubarb rhyme rhythm rib ribbon
rice rich riddle ridge rigging right rigid ring ringlet ripple river rivet road roadway roast
robin robot robust rock rocking romance romper roof rooftop room rooster root rose rosebud rotary
rotate rotunda round route roving rowing royal rubber ruby rug rugby rule ruler rumba runway rural
rustic rustle rye saddle sadness safe saffron sage sail sailor salad salmon salon salsa salt
salute same sample sampler sandal sandbox sashimi satchel sauce saucer sauna sausage savanna
savory sawdust scallop scamper scan scanner scarf scene scenery scenic school science scone
scooter scout screen script seafood seagull seaport season seat second sector sedan seesaw select
seminar senior sepia sequel sequoia series service sesame seven shaft shallot shampoo shark shawl
sheep sheet shelf shell shield shimmer shine shingle shirt shop shore show shrimp shrub shrubs
shuffle shutter shuttle siesta sieve sign signal silent silo silver similar simple singer six size
skater ski skill skillet skirt sky skyline slalom sledge sleep sleeve sleigh slender slice slide
slight slipper sloth slow small smooth snail snooze snorkel snowman soap soapbox soccer sofa solid
solo sonata song sonic sonnet sorbet soup source south soybean space spade spangle spaniel spare
spark sparkle sparrow spatial spatula speak special speech speed spell sphere spice spider spike
spin spinach spindle spinner spiral splash spoil sponge spool spoon spot spread spring sprout
spruce square squash squeeze squid staff stage stairs stand staple stapler star start station
statue steady steak steam steamer steel steeple stellar stem stencil step stereo stew sticker
still stirrup stitch stock stool stork story street string stripe strudel student study stuff
style subtle suburb subway suede sugar summit sun sunbeam sundae sundial sunny sunset super supper
surf surface surfer survey sushi swallow swan sweet swift swim swing swirl switch symbol syrup
system tabby table taco tactic taffeta tailor talent talk tan tandem tangent tangle tango tap tape
tapioca target tartan task tassel taste tasty taxi team teapot tempo tender tent term terrace
terrier text textile thanks theatre theme thick thicket third thirty thistle thread three thrush
thunder thyme ticket tide tidy tile timber tin tinsel tiny tip tissue title toast toaster toddler
tomato tone tonight tool top topic torch tornado toss total toucan tourist towboat tower town toy
track tractor trade traffic trail train tram trapeze travel tray treacle treat treaty treetop trek
trellis trend tribute trickle trim trinket trip trophy trouser trout trowel truck true truly
trumpet trunk tuba tube tulip tumbler tuna tundra tune tunic tunnel turban turbine turkey turn
turnip turret turtle tutor tuxedo tweed twelve twenty twig twin twinkle twirl two type typist
ukulele ultra uncover unicorn unique unit upbeat update upland upper utensil vacuum valet valley
value vanilla vanish vanity vantage vapour varnish vehicle velcro velour veranda verb verge verse
version vest viaduct vibrato video village vine vinegar vintage vinyl violet violin vision vista
visual vital vivid vocal voice volcano volume voucher voyage waffle wagon wait waiter walk wallaby
walnut walrus waltz wanted warbler wash washer wasp watch water wattle wave wavelet wax weasel
weaver web week weekday weekend welcome wet wetland whale wharf wheel whisk whisper wicker wide
widget wigwam wind window winery wing wink winner winter wire wisdom wish wisp wizard wonder wood
word work world worm worsted worth woven wreath wren write writer yard year yellow yes yodel
yoghurt yogurt yolk you yummy zebra zigzag zinnia zipper zither zoo zoom
`
