using System.Collections.Frozen;

namespace Helm.Operations.Remediation.Challenges;

/// <summary>The words that challenges are made of.</summary>
/// <remarks>
/// Each has two syllables or more and stands in the dictionary of the embedded recogniser (cmudict-en-us). Measured in its sounds,
/// no two are nearer than 0.46 of the longer one, and none is nearer than 0.45 to a word that commands, confirms or refuses.
/// What the recogniser took for another word in one of three synthesized voices was left out.
/// </remarks>
public static class ChallengeWords
{
    /// <summary>In lower case, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> All { get; } =
    """
    adventure airplane albatross alligator almanac alphabet antelope aquarium armchair artichoke astronaut avalanche
    avocado bagpipe bandana banjo bicycle blacksmith bonfire bracelet broccoli buckwheat bumblebee burgundy cabbage
    cactus cardigan cashmere caterpillar cathedral cauliflower chipmunk chopstick clarinet clover cobalt cockpit
    crayon crocodile cucumber cupcake cushion cyclone daffodil dandelion dentist diamond dictionary dinosaur dolphin
    donkey doorbell dragon drummer dumpling eclipse elephant embroidery emerald espresso eucalyptus fabric festival
    fingernail fisherman flamingo flashlight football foxglove furniture gallery gargoyle geranium ginger glacier
    goblin grasshopper gravity guitar gymnast handkerchief harmony hazelnut hedgehog helicopter hippopotamus hydrant
    iceberg indigo jaguar jigsaw jungle kaleidoscope kimono kingdom labyrinth lasagna lavender library licorice
    lilac limousine lobster lullaby macaroni magnet magnolia mahogany maple marigold marmalade mercury mermaid
    moccasin molasses molecule mosaic mosquito mushroom napkin nightingale nutmeg oatmeal onion ostrich paprika
    parachute pavilion peacock penguin peninsula peony periscope phantom pineapple pistachio pizza planet platypus
    popcorn porcelain postcard pottery pretzel quicksand radish rainbow raisin raspberry ravioli reptile rhinoceros
    rhubarb safari saffron sailboat sandwich sardine satellite saxophone scorpion sculpture seashell seaweed
    shepherd shoelace shovel skeleton snorkel snowflake spaghetti spider spinach strawberry submarine suitcase
    sunflower sunset swallow symphony tangerine tapestry thermometer tomato topaz tornado trampoline treasure
    trombone turquoise tuxedo typewriter umbrella unicorn university vampire vineyard volcano volleyball watermelon
    wheelbarrow windmill woodpecker xylophone yogurt zebra zucchini
    """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static readonly FrozenSet<string> Known = All.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool Contains(string word) => Known.Contains(word);
}
