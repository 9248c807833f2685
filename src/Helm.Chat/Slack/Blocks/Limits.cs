namespace Helm.Chat.Slack.Blocks;

/// <summary>What Slack takes; a message that goes beyond any of them is refused as a whole.</summary>
/// <remarks>https://docs.slack.dev/reference/block-kit/blocks; the sum of all text was found by sending.</remarks>
internal static class Limits
{
    public const int Blocks = 50;
    public const int Header = 150;
    public const int Section = 3000;
    public const int Fields = 10;
    public const int Field = 2000;
    public const int ButtonText = 75;
    public const int ButtonValue = 2000;
    public const int Buttons = 20;
    public const int Choices = 100;
    public const int ChoiceText = 75;
    public const int ChoiceValue = 150;
    public const int Placeholder = 150;
    public const int ConfirmTitle = 100;
    public const int ConfirmText = 300;
    public const int ConfirmButton = 30;
    public const int ModalTitle = 24;
    public const int Label = 150;
    public const int Said = 1000;

    /// <summary>Of all blocks together; 13,200 is refused as msg_blocks_too_long.</summary>
    public const int AllText = 12_000;

    /// <summary>Of the text beside the blocks, for notifications.</summary>
    public const int Fallback = 3000;
}
