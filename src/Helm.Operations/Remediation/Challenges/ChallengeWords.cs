using System.Collections.Frozen;

namespace Helm.Operations.Remediation.Challenges;

/// <summary>The words that challenges are made of.</summary>
/// <remarks>
/// Each has two syllables or more and stands in the dictionary of the embedded recogniser (cmudict-en-us). Measured in its sounds,
/// no two are nearer than 0.46 of the longer one, and none is nearer than 0.45 to a word that commands, confirms or refuses.
/// </remarks>
public static class ChallengeWords
{
    /// <summary>In lower case, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> All { get; } =
    """
    adventure airplane albatross alligator almanac alphabet antelope apricot aquarium armchair artichoke asparagus
    astronaut avalanche avocado bagpipe bamboo bandana banjo basil bicycle blacksmith blossom bonfire bracelet
    broccoli buckwheat bulldog bumblebee burgundy butterfly cabbage cactus calico caravan cardigan cashmere caterpillar
    cathedral cauliflower chameleon chipmunk chopstick clarinet clover cobalt cockpit copperhead crayon crocodile cucumber
    cupcake cushion cyclone daffodil dandelion dentist diamond dictionary dinosaur dogwood dolphin donkey doorbell dragon
    drummer dumpling eclipse elephant embroidery emerald espresso eucalyptus evergreen fabric festival fingernail fisherman
    flamingo flashlight football foxglove furniture gallery gargoyle gazelle geranium ginger glacier goblin
    grapefruit grasshopper gravity guitar gymnast handkerchief harbor harmony hazelnut hedgehog helicopter hippopotamus
    hurricane hyacinth hydrant iceberg iguana indigo jaguar jigsaw jungle kaleidoscope keyhole kimono kingdom labyrinth
    lasagna lavender library licorice lighthouse lilac limousine lobster lullaby macaroni magnet magnolia mahogany mammoth
    mango maple marigold marmalade melody mercury mermaid mitten moccasin molasses molecule mosaic mosquito mushroom
    mustard napkin needle nightingale nugget nutmeg oatmeal omelet onion orange origami ostrich overcoat panther paprika
    parachute pavilion peacock penguin peninsula peony periscope phantom pineapple pistachio pizza planet platypus popcorn
    porcelain postcard pottery pretzel pudding quarry quicksand radish rainbow raisin raspberry ravioli reptile rhinoceros
    rhubarb rutabaga safari saffron sailboat sandwich sardine satellite saxophone scarecrow scorpion sculpture seashell
    seaweed shepherd shoelace shovel silver skeleton slipper snorkel snowflake spaghetti spider spinach squirrel strawberry
    submarine suitcase sunflower sunset swallow sycamore symphony tangerine tapestry thermometer thimble tomato topaz
    tornado trampoline treasure trombone tulip tundra turban turquoise tuxedo typewriter umbrella unicorn university
    vampire vineyard violet volcano volleyball waffle walrus watermelon wheelbarrow whiskey windmill wizard woodpecker
    xylophone yogurt zebra zeppelin zinnia zucchini
    """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static readonly FrozenSet<string> Known = All.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string word) => Known.Contains(word);
}
